package io.onewindow.gates;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Pairs of rules of a UNIQUE table that answer the same question. The decision engine itself says
 * which rules a value satisfies, one column at a time; two rules overlap if in every column some
 * value satisfies both. The values are all literals of the column and one that is none of them.
 */
final class Overlaps {

  private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final String OTHER = "none of the above";

  private final DmnFile file;
  private final Set<String> matched = new HashSet<>();
  private final DmnEngine engine;

  Overlaps(DmnFile file) {
    this.file = file;
    var configuration =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    DmnDecisionTableEvaluationListener listener =
        event -> event.getMatchingRules().forEach(rule -> matched.add(rule.getId()));
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
    engine = configuration.buildEngine();
  }

  List<String> violations() {
    return file.tables().stream()
        .filter(table -> table.getHitPolicy() == HitPolicy.UNIQUE)
        .flatMap(table -> overlaps(table).stream())
        .toList();
  }

  private List<String> overlaps(DecisionTable table) {
    List<Map<String, Set<Object>>> columns = new ArrayList<>();
    for (int column = 0; column < table.getInputs().size(); column++) {
      columns.add(valuesByRule(column));
    }
    List<String> ids = table.getRules().stream().map(Rule::getId).toList();
    List<String> found = new ArrayList<>();
    for (int one = 0; one < ids.size(); one++) {
      for (int other = one + 1; other < ids.size(); other++) {
        String first = ids.get(one);
        String second = ids.get(other);
        if (columns.stream().allMatch(column -> meet(column.get(first), column.get(second)))) {
          found.add(first + " and " + second + " answer the same question in a UNIQUE table");
        }
      }
    }
    return found;
  }

  private static boolean meet(Set<Object> one, Set<Object> other) {
    return one.stream().anyMatch(other::contains);
  }

  /** Which values of one input satisfy each rule, the other inputs being ignored. */
  private Map<String, Set<Object>> valuesByRule(int column) {
    DmnModelInstance copy = Dmn.readModelFromFile(file.path().toFile());
    DecisionTable table = copy.getModelElementsByType(DecisionTable.class).iterator().next();
    table.setHitPolicy(HitPolicy.COLLECT);
    Map<String, Set<Object>> satisfied = new HashMap<>();
    Set<String> cells = new LinkedHashSet<>();
    for (Rule rule : table.getRules()) {
      satisfied.put(rule.getId(), new HashSet<>());
      List<InputEntry> entries = List.copyOf(rule.getInputEntries());
      cells.add(DmnFile.text(entries.get(column).getText()));
      for (int i = 0; i < entries.size(); i++) {
        if (i != column) {
          entries.get(i).getText().setTextContent("-");
        }
      }
    }
    List<Input> inputs = List.copyOf(table.getInputs());
    var decision = engine.parseDecisions(copy).get(0);
    for (Object value : values(inputs.get(column).getInputExpression().getTypeRef(), cells)) {
      var question = Variables.createVariables();
      inputs.forEach(in -> question.put(DmnFile.text(in.getInputExpression().getText()), null));
      question.put(DmnFile.text(inputs.get(column).getInputExpression().getText()), value);
      matched.clear();
      engine.evaluateDecisionTable(decision, question);
      matched.forEach(rule -> satisfied.get(rule).add(value));
    }
    return satisfied;
  }

  private static Set<Object> values(String type, Set<String> cells) {
    if ("boolean".equals(type)) {
      return Set.of(true, false);
    }
    boolean text = "string".equals(type);
    Set<Object> values = new LinkedHashSet<>();
    for (String cell : cells) {
      for (MatchResult literal : (text ? STRING : NUMBER).matcher(cell).results().toList()) {
        values.addAll(text ? List.of(literal.group(1)) : around(literal.group()));
      }
    }
    values.add(text ? OTHER : -1d);
    return values;
  }

  /** A number and its neighbours, because a cell may ask for more or less than it. */
  private static List<Double> around(String literal) {
    double number = new BigDecimal(literal).doubleValue();
    return Arrays.asList(number - 1, number, number + 1);
  }
}
