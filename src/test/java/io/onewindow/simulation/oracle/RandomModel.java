package io.onewindow.simulation.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.Models;
import io.onewindow.simulation.model.ModelSource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A random block-structured process with what it calls and asks, and a scenario for it. Lengths are
 * random or whole multiples of five minutes, so that happenings of one instant are frequent.
 */
final class RandomModel implements ModelSource {

  static final String MAIN = "main";

  /** Values of every variable that branches are taken by. */
  static final List<String> VALUES = List.of("a", "b", "c");

  private static final String DMN =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t">
        <decision id="%s" name="d" ><decisionTable id="t_%s" hitPolicy="FIRST">
        <input id="i1"><inputExpression id="x1" typeRef="string"><text>%s</text></inputExpression></input>
        <input id="i2"><inputExpression id="x2" typeRef="string"><text>%s</text></inputExpression></input>
        <output id="o" name="result" typeRef="string" />%s</decisionTable></decision></definitions>
      """;

  private final Random random;
  private final Map<String, String> processes = new LinkedHashMap<>();
  private final Map<String, String> decisions = new LinkedHashMap<>();
  private final ObjectNode scenario;
  private int count;

  RandomModel(long seed, int cases) {
    this.random = new Random(seed);
    this.scenario =
        Models.json(
            """
            {'arrival_time_distribution': {'distribution': 'fixed', 'value': 'PT37M'},
             'approval': {'cases': %d, 'replications': 1, 'warmUpCases': 0, 'seed': %d,
               'staff': [{'id': 'desk', 'groups': ['desk'], 'amount': 60, 'calendar': 'always'}],
               'durations': {'*': 'PT5M'}, 'outcomes': {}}}
            """
                .formatted(cases, seed));
    process(MAIN, 4);
  }

  Map<String, String> processes() {
    return processes;
  }

  Map<String, String> decisions() {
    return decisions;
  }

  ObjectNode scenario() {
    return scenario;
  }

  @Override
  public Optional<byte[]> process(String id) {
    return bytes(processes.get(id));
  }

  @Override
  public Optional<byte[]> decision(String id) {
    return bytes(decisions.get(id));
  }

  @Override
  public Optional<byte[]> form(String id) {
    return Optional.empty();
  }

  private static Optional<byte[]> bytes(String text) {
    return Optional.ofNullable(text).map(one -> one.getBytes(StandardCharsets.UTF_8));
  }

  String id(String kind) {
    return kind + "_" + ++count;
  }

  int upTo(int most) {
    return random.nextInt(most);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** One of these, e.g. one kind of block. */
  Blocks.Block block(List<Supplier<Blocks.Block>> kinds) {
    return any(kinds).get();
  }

  /** Writes a process of its own; what it begins with sets every variable there is. */
  String process(String id, int depth) {
    Blocks blocks = new Blocks(this);
    String start = "start_" + id;
    String end = "end_" + id;
    Blocks.Block body = blocks.sequence(depth);
    blocks.add("<bpmn:startEvent id='%s' /><bpmn:endEvent id='%s' />", start, end);
    blocks.flow(start, body.entry());
    blocks.flow(body.exit(), end);
    if (chance(0.4)) {
      blocks.watch(depth - 2);
    }
    for (String variable : List.of("v1", "v2", "v3")) {
      if (id.equals(MAIN)) {
        draws(start, variable);
      }
    }
    processes.put(
        id,
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
          <bpmn:escalation id="escalation" escalationCode="late" />
          <bpmn:error id="error" errorCode="failed" />
          <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">%s</bpmn:process>
        </bpmn:definitions>
        """
            .formatted(id, blocks.text()));
    return id;
  }

  /** The element sets the variable to one of the values. */
  void draws(String element, String variable) {
    ObjectNode outcomes = scenario.withObject("/approval").withObject("/outcomes");
    ObjectNode shares = outcomes.withObject("/" + element).withObject("/" + variable);
    shares.put("a", 0.5).put("b", 0.3).put("c", 0.2);
  }

  /** The element says whether its loop goes on: less and less often. */
  void repeats(String element, String variable) {
    ObjectNode outcomes = scenario.withObject("/approval").withObject("/outcomes");
    ObjectNode shares = outcomes.withObject("/" + element).withObject("/" + variable);
    shares.withObject("/first").put("yes", 0.6).put("no", 0.4);
    shares.withObject("/later").put("yes", 0.3).put("no", 0.7);
  }

  void lasts(String task) {
    ObjectNode durations = scenario.withObject("/approval").withObject("/durations");
    if (chance(0.5)) {
      durations.put(task, minutes());
    } else {
      durations
          .withObject("/" + task)
          .put("distribution", any(List.of("exponential", "uniform")))
          .put("mean", "PT30M")
          .put("min", "PT1M")
          .put("max", "PT59M");
      ObjectNode one = durations.withObject("/" + task);
      one.remove(
          one.get("distribution").textValue().equals("uniform")
              ? List.of("mean")
              : List.of("min", "max"));
    }
  }

  /** A whole multiple of five minutes. */
  String minutes() {
    return "PT" + 5 * (1 + upTo(9)) + "M";
  }

  /** A decision about two variables. */
  String decision() {
    String id = id("decision");
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      rule(rules, id + i, "\"" + any(VALUES) + "\"", "\"" + any(VALUES) + "\"", any(VALUES));
    }
    rule(rules, id + 9, "", "\"a\",\"b\"", any(VALUES));
    rule(rules, id + 10, "", "", any(VALUES));
    decisions.put(id, DMN.formatted(id, id, "v1", "v2", rules));
    return id;
  }

  private static void rule(
      StringBuilder rules, String id, String first, String second, String result) {
    rules.append(
        """
        <rule id="r%s"><inputEntry id="a%s"><text>%s</text></inputEntry>
        <inputEntry id="b%s"><text>%s</text></inputEntry>
        <outputEntry id="c%s"><text>"%s"</text></outputEntry></rule>
        """
            .formatted(id, id, first, id, second, id, result));
  }
}
