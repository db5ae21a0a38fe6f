package io.onewindow.promise;

import io.onewindow.calendar.Term;
import io.onewindow.engine.DeploymentCheck;
import io.onewindow.problem.Problem;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * Refuses a table of times with a cell that no clock could count by: no number, a limit of zero, a
 * unit that does not exist, a share that is none. Otherwise it would be found when the first case
 * meets the row.
 */
@Component
class TimeTableCheck implements DeploymentCheck {

  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

  @Override
  public void check(String name, byte[] content) {
    if (!name.endsWith(".dmn")) {
      return;
    }
    for (Decision decision :
        Dmn.readModelFromStream(new ByteArrayInputStream(content))
            .getModelElementsByType(Decision.class)) {
      for (DecisionTable table : decision.getChildElementsByType(DecisionTable.class)) {
        String id = String.valueOf(decision.getId());
        table.getRules().forEach(rule -> check(id, rule, cells(table, rule)));
      }
    }
  }

  private static void check(String table, Rule rule, Map<String, String> cells) {
    switch (table) {
      case "promised-limit" -> point(rule, "预警提前量", cells.get("warning"));
      case "internal-limit" -> {
        term(rule, cells.get("value") + " " + cells.get("unit"));
        point(rule, "预警提前量", cells.get("warning"));
      }
      case "reminder-point" -> {
        point(rule, "提醒点", cells.get("point") == null ? "" : cells.get("point"));
        point(rule, "黄灯点", cells.get("amber"));
      }
      default -> {
        // other tables hold no times
      }
    }
  }

  private static void term(Rule rule, String text) {
    try {
      Term.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw refusal(rule, "数值、单位", wrong);
    }
  }

  private static void point(Rule rule, String column, String text) {
    try {
      if (text != null) {
        Threshold.parse(text);
      }
    } catch (IllegalArgumentException wrong) {
      throw refusal(rule, column, wrong);
    }
  }

  private static Problem refusal(Rule rule, String column, IllegalArgumentException why) {
    return Problem.badRequest(
        "limit-refused",
        "时限表规则 %s 的“%s”不能部署：%s。".formatted(rule.getId(), column, why.getMessage()));
  }

  /** By output; an empty cell is null. */
  private static Map<String, String> cells(DecisionTable table, Rule rule) {
    Map<String, String> cells = new HashMap<>();
    Iterator<OutputEntry> entries = rule.getOutputEntries().iterator();
    for (Output output : table.getOutputs()) {
      if (!entries.hasNext()) {
        throw Problem.badRequest("limit-refused", "决策表规则 " + rule.getId() + " 不能部署：输出比列少，请核对没有缺列。");
      }
      OutputEntry entry = entries.next();
      String text = entry.getText() == null ? "" : entry.getText().getTextContent().strip();
      Matcher literal = LITERAL.matcher(text);
      String value = literal.matches() ? literal.group(1).strip() : text;
      cells.put(output.getName(), value.isEmpty() || value.equals("null") ? null : value);
    }
    return cells;
  }
}
