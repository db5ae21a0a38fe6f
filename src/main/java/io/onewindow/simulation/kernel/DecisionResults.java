package io.onewindow.simulation.kernel;

import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import io.onewindow.simulation.model.Work.ResultForm;
import java.util.List;
import java.util.Map;

/** A decision's answer in the form a model asks for, as the engine hands it over. */
final class DecisionResults {

  private DecisionResults() {}

  static Object as(ResultForm form, List<Map<String, Object>> rules, String element) {
    return switch (form) {
      case RESULT_LIST -> rules;
      case COLLECT_ENTRIES -> rules.stream().map(rule -> single(rule, element)).toList();
      case SINGLE_RESULT -> rules.isEmpty() ? null : only(rules, element);
      case SINGLE_ENTRY -> rules.isEmpty() ? null : single(only(rules, element), element);
    };
  }

  private static Map<String, Object> only(List<Map<String, Object>> rules, String element) {
    if (rules.size() > 1) {
      throw tooMany(element);
    }
    return rules.get(0);
  }

  private static Object single(Map<String, Object> rule, String element) {
    if (rule.size() > 1) {
      throw tooMany(element);
    }
    return rule.isEmpty() ? null : rule.values().iterator().next();
  }

  private static Problem tooMany(String element) {
    return Refusal.at("元素 " + element, "决策给出了多个结果，而模型只取一个");
  }
}
