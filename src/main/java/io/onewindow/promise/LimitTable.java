package io.onewindow.promise;

import io.onewindow.problem.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * The rules of the deployed {@code promised-limit} table as rows, to list what is promised. To find
 * the limit of one case the decision engine is asked instead.
 */
final class LimitTable {

  /** One rule; a null input matches everything. */
  record Row(
      String ruleId,
      String service,
      String step,
      String category,
      String jurisdiction,
      String promiseId,
      String value,
      String unit,
      String warning,
      String statuteId) {

    boolean holdsIn(String place) {
      return jurisdiction == null || jurisdiction.equals(place);
    }

    boolean sameMatter(Row other) {
      return service.equals(other.service)
          && step.equals(other.step)
          && (category == null || category.equals(other.category));
    }
  }

  private static final int INPUTS = 4;
  private static final int OUTPUTS = 5;
  private static final String OTHER = "other";
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

  private LimitTable() {}

  /**
   * @throws Problem when there is no table in it, or a column is missing
   */
  static List<Row> rows(DmnModelInstance model) {
    return model.getModelElementsByType(DecisionTable.class).stream()
        .findFirst()
        .orElseThrow(() -> Problem.badRequest("limit-refused", "时限表不能部署：没有决策表。"))
        .getRules()
        .stream()
        .map(LimitTable::row)
        .toList();
  }

  private static Row row(Rule rule) {
    List<String> in = rule.getInputEntries().stream().map(LimitTable::input).toList();
    List<String> out = rule.getOutputEntries().stream().map(LimitTable::output).toList();
    if (in.size() < INPUTS || out.size() < OUTPUTS) {
      throw Problem.badRequest(
          "limit-refused",
          "时限表规则 %s 不能部署：应有 %d 个输入和 %d 个输出，请核对没有缺列。".formatted(rule.getId(), INPUTS, OUTPUTS));
    }
    return new Row(
        rule.getId(),
        in.get(0),
        in.get(1),
        in.get(2),
        in.get(3),
        out.get(0),
        out.get(1),
        out.get(2),
        out.get(3),
        out.get(4));
  }

  /** The one literal a cell asks for, {@value #OTHER} where it excludes some, null for any. */
  private static String input(InputEntry entry) {
    String cell = entry.getText() == null ? "" : entry.getText().getTextContent().strip();
    if (cell.startsWith("not(")) {
      return OTHER;
    }
    return cell.isEmpty() || cell.equals("-") ? null : literal(cell);
  }

  private static String output(OutputEntry entry) {
    String cell = entry.getText() == null ? "" : entry.getText().getTextContent().strip();
    return cell.isEmpty() || cell.equals("null") ? null : literal(cell);
  }

  private static String literal(String cell) {
    Matcher literal = LITERAL.matcher(cell);
    return literal.matches() ? literal.group(1) : cell;
  }
}
