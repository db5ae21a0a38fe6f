package io.onewindow.simulation.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.simulation.expression.Expression;
import io.onewindow.simulation.kernel.Effect;
import io.onewindow.simulation.kernel.Outcome;
import io.onewindow.simulation.kernel.Outcome.Choice;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads how variables get their values: shares of values, or an expression. */
final class OutcomeReader {

  private static final double EXACT = 1e-6;

  private OutcomeReader() {}

  /** By node; null for none. */
  static Outcome[][] outcomes(Entry approval, Program program) {
    Outcome[][] all = new Outcome[program.nodes().size()][];
    approval
        .fields("outcomes")
        .forEach(
            (id, entry) -> {
              Node node = program.node(id);
              if (node == null) {
                throw entry.refuse("模型里没有元素 " + id);
              }
              all[node.index()] = assignments(entry).toArray(Outcome[]::new);
            });
    return all;
  }

  static Map<String, Effect> effects(Entry approval) {
    Map<String, Effect> all = new LinkedHashMap<>();
    approval
        .fields("effects")
        .forEach(
            (call, entry) ->
                all.put(
                    call,
                    entry.node().isObject()
                        ? new Effect(assignments(entry), null)
                        : new Effect(List.of(), expression(entry))));
    return all;
  }

  private static List<Outcome> assignments(Entry entry) {
    List<Outcome> all = new ArrayList<>();
    entry.fields().forEach((variable, value) -> all.add(outcome(variable, value)));
    return all;
  }

  private static Outcome outcome(String variable, Entry entry) {
    if (entry.node().isObject() && entry.get("first") != null) {
      entry.only(Set.of("first", "later"));
      return new Outcome(variable, choice(entry.need("first")), choice(entry.need("later")));
    }
    Choice choice = choice(entry);
    return new Outcome(variable, choice, choice);
  }

  private static Choice choice(Entry entry) {
    if (!entry.node().isObject()) {
      return new Choice(List.of(expression(entry)), new double[] {1});
    }
    List<Expression> values = new ArrayList<>();
    List<Double> upTo = new ArrayList<>();
    double sum = 0;
    for (Map.Entry<String, Entry> one : entry.fields().entrySet()) {
      double share = one.getValue().share();
      if (share > 0) {
        sum += share;
        values.add(literal(one.getKey()));
        upTo.add(sum);
      }
    }
    if (Math.abs(sum - 1) > EXACT) {
      throw entry.refuse("各取值的比例之和为 " + Math.round(sum * 1e6) / 1e6 + "，应为 1");
    }
    return new Choice(values, upTo.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Expression literal(String text) {
    boolean typed = text.equals("true") || text.equals("false") || text.equals("null");
    return Expression.parse(typed ? "${" + text + "}" : text);
  }

  private static Expression expression(Entry entry) {
    JsonNode node = entry.node();
    if (node.isArray()) {
      return Expression.constant(entry.list().stream().map(Entry::text).toList());
    }
    if (node.isContainerNode()) {
      throw entry.refuse("应为一个值、一个 ${…} 表达式或各取值的比例");
    }
    try {
      return Expression.parse(node.isTextual() ? node.textValue() : "${" + node.asText() + "}");
    } catch (IllegalArgumentException unreadable) {
      throw entry.refuse(unreadable.getMessage());
    }
  }
}
