package io.onewindow.simulation.oracle;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Writes blocks with one way in and one way out into a process or subprocess. */
final class Blocks {

  /** Where a block begins and where it ends. */
  record Block(String entry, String exit) {}

  /** By what one knows that a text has a kind of block. */
  static final Set<String> KINDS =
      new TreeSet<>(
          List.of(
              "several_",
              "ask_",
              "split_",
              "fork_",
              "some_",
              "exit_",
              "race_",
              "wait_",
              "timeDate",
              "cancelActivity='true'",
              "cancelActivity='false'",
              "triggeredByEvent",
              "isInterrupting='true'",
              "isInterrupting='false'",
              "subProcess",
              "callActivity",
              "errorRef",
              "escalationRef",
              "terminateEventDefinition"));

  private final RandomModel model;
  private final StringBuilder text = new StringBuilder();
  private int flows;
  private final String prefix;

  Blocks(RandomModel model) {
    this.model = model;
    this.prefix = model.id("flow");
  }

  String text() {
    return text.toString();
  }

  void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  String flow(String from, String to) {
    return flow(from, to, null);
  }

  private String flow(String from, String to, String condition) {
    String id = prefix + "_" + ++flows;
    String when =
        condition == null
            ? ""
            : "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${"
                + condition
                + "}</bpmn:conditionExpression>";
    add(
        "<bpmn:sequenceFlow id='%s' sourceRef='%s' targetRef='%s'>%s</bpmn:sequenceFlow>",
        id, from, to, when);
    return id;
  }

  Block sequence(int depth) {
    Block all = block(depth);
    for (int more = model.upTo(3); more > 0; more--) {
      Block next = block(depth);
      flow(all.exit(), next.entry());
      all = new Block(all.entry(), next.exit());
    }
    return all;
  }

  private Block block(int depth) {
    if (depth <= 0) {
      return task();
    }
    return model.block(
        List.of(
            this::task,
            this::pause,
            this::several,
            () -> decided(depth - 1),
            () -> exclusive(depth - 1),
            () -> parallel(depth - 1),
            () -> inclusive(depth - 1),
            () -> loop(depth - 1),
            () -> race(depth - 1),
            () -> watched(task(), depth - 1),
            () -> watched(subprocess(depth - 1), depth - 1),
            () -> subprocess(depth - 1),
            () -> failing(depth - 1),
            () -> terminating(depth - 1),
            () -> called(depth - 1)));
  }

  private Block task() {
    String id = model.id("task");
    add("<bpmn:userTask id='%s' camunda:candidateGroups='desk' />", id);
    model.lasts(id);
    if (model.chance(0.3)) {
      model.draws(id, "v" + (1 + model.upTo(3)));
    }
    return new Block(id, id);
  }

  private Block several() {
    String id = model.id("several");
    String enough =
        model.chance(0.5)
            ? ""
            : "<bpmn:completionCondition xsi:type='bpmn:tFormalExpression'>"
                + "${nrOfCompletedInstances >= 2}</bpmn:completionCondition>";
    add(
        "<bpmn:userTask id='%s' camunda:candidateGroups='desk'>"
            + "<bpmn:multiInstanceLoopCharacteristics isSequential='%s'>"
            + "<bpmn:loopCardinality xsi:type='bpmn:tFormalExpression'>%d</bpmn:loopCardinality>"
            + "%s</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>",
        id, model.chance(0.5), 1 + model.upTo(3), enough);
    model.lasts(id);
    return new Block(id, id);
  }

  private Block pause() {
    String id = model.id("wait");
    String at =
        model.chance(0.7)
            ? timer("timeDuration", model.minutes())
            : timer("timeDate", "2026-03-02T1" + model.upTo(6) + ":05:00+08:00");
    add("<bpmn:intermediateCatchEvent id='%s'>%s</bpmn:intermediateCatchEvent>", id, at);
    return new Block(id, id);
  }

  private static String timer(String kind, String value) {
    return "<bpmn:timerEventDefinition><bpmn:%s xsi:type='bpmn:tFormalExpression'>%s</bpmn:%s></bpmn:timerEventDefinition>"
        .formatted(kind, value, kind);
  }

  private Block decided(int depth) {
    String id = model.id("ask");
    String result = "r_" + id;
    add(
        "<bpmn:businessRuleTask id='%s' camunda:decisionRef='%s' camunda:resultVariable='%s'"
            + " camunda:mapDecisionResult='singleEntry' />",
        id, model.decision(), result);
    Block branches = exclusive(result, depth);
    flow(id, branches.entry());
    return new Block(id, branches.exit());
  }

  private Block exclusive(int depth) {
    return exclusive("v" + (1 + model.upTo(3)), depth);
  }

  private Block exclusive(String variable, int depth) {
    String split = model.id("split");
    String join = model.id("join");
    int branches = 2 + model.upTo(2);
    String last = null;
    for (int i = 0; i < branches; i++) {
      boolean isLast = i == branches - 1;
      String when = isLast ? null : variable + " == '" + RandomModel.VALUES.get(i) + "'";
      last = branch(split, join, when, depth);
    }
    add(
        "<bpmn:exclusiveGateway id='%s' default='%s' /><bpmn:exclusiveGateway id='%s' />",
        split, last, join);
    return new Block(split, join);
  }

  /** Answers the flow into the branch; a branch may be empty. */
  private String branch(String split, String join, String when, int depth) {
    if (model.chance(0.15)) {
      return flow(split, join, when);
    }
    Block block = sequence(depth - 1);
    flow(block.exit(), join);
    return flow(split, block.entry(), when);
  }

  private Block parallel(int depth) {
    String fork = model.id("fork");
    String join = model.id("together");
    for (int i = 2 + model.upTo(2); i > 0; i--) {
      branch(fork, join, null, depth);
    }
    add("<bpmn:parallelGateway id='%s' /><bpmn:parallelGateway id='%s' />", fork, join);
    return new Block(fork, join);
  }

  private Block inclusive(int depth) {
    String fork = model.id("some");
    String join = model.id("all");
    for (int i = 0; i < 2; i++) {
      branch(fork, join, "v" + (i + 1) + " != '" + RandomModel.VALUES.get(i) + "'", depth);
    }
    String none = branch(fork, join, null, depth);
    add(
        "<bpmn:inclusiveGateway id='%s' default='%s' /><bpmn:inclusiveGateway id='%s' />",
        fork, none, join);
    return new Block(fork, join);
  }

  private Block loop(int depth) {
    String again = model.id("again");
    String entry = model.id("entry");
    String exit = model.id("exit");
    Block body = sequence(depth);
    Block last = task();
    model.repeats(last.entry(), again);
    flow(entry, body.entry());
    flow(body.exit(), last.entry());
    flow(last.exit(), exit);
    flow(exit, entry, again + " == 'yes'");
    String on = model.id("on");
    add("<bpmn:exclusiveGateway id='%s' />", on);
    String out = flow(exit, on);
    add(
        "<bpmn:exclusiveGateway id='%s' /><bpmn:exclusiveGateway id='%s' default='%s' />",
        entry, exit, out);
    return new Block(entry, on);
  }

  /** Two timers, of which the first decides. */
  private Block race(int depth) {
    String gateway = model.id("race");
    String join = model.id("won");
    add("<bpmn:eventBasedGateway id='%s' /><bpmn:exclusiveGateway id='%s' />", gateway, join);
    for (int i = 0; i < 2; i++) {
      Block event = pause();
      flow(gateway, event.entry());
      Block block = sequence(depth - 1);
      flow(event.exit(), block.entry());
      flow(block.exit(), join);
    }
    return new Block(gateway, join);
  }

  /** Timers at the border of an activity, ending it or not. */
  private Block watched(Block host, int depth) {
    String join = model.id("onward");
    add("<bpmn:exclusiveGateway id='%s' />", join);
    flow(host.exit(), join);
    for (int i = model.upTo(3); i >= 0; i--) {
      String id = model.id("late");
      boolean ends = model.chance(0.5);
      add(
          "<bpmn:boundaryEvent id='%s' attachedToRef='%s' cancelActivity='%s'>%s</bpmn:boundaryEvent>",
          id, host.entry(), ends, timer("timeDuration", model.minutes()));
      Block path = sequence(depth - 1);
      flow(id, path.entry());
      flow(path.exit(), ends ? join : end());
    }
    return new Block(host.entry(), join);
  }

  private String end() {
    String id = model.id("end");
    add("<bpmn:endEvent id='%s' />", id);
    return id;
  }

  private Block subprocess(int depth) {
    String id = model.id("sub");
    Blocks inside = new Blocks(model);
    String start = model.id("start");
    inside.add("<bpmn:startEvent id='%s' />", start);
    Block body = inside.sequence(depth);
    inside.flow(start, body.entry());
    inside.flow(body.exit(), inside.end());
    if (model.chance(0.3)) {
      inside.watch(depth - 1);
    }
    add("<bpmn:subProcess id='%s'>%s</bpmn:subProcess>", id, inside.text());
    return new Block(id, id);
  }

  /** An event subprocess that begins after a while. */
  void watch(int depth) {
    Blocks inside = new Blocks(model);
    String start = model.id("begins");
    inside.add(
        "<bpmn:startEvent id='%s' isInterrupting='%s'>%s</bpmn:startEvent>",
        start, model.chance(0.3), timer("timeDuration", model.minutes()));
    Block body = inside.sequence(depth);
    inside.flow(start, body.entry());
    inside.flow(body.exit(), inside.end());
    add(
        "<bpmn:subProcess id='%s' triggeredByEvent='true'>%s</bpmn:subProcess>",
        model.id("watch"), inside.text());
  }

  /** A subprocess that escalates on its way and may fail. */
  private Block failing(int depth) {
    String id = model.id("fragile");
    Blocks inside = new Blocks(model);
    String start = model.id("start");
    String throwing = model.id("tells");
    String split = model.id("ok");
    String bad = model.id("bad");
    Block body = inside.sequence(depth - 1);
    inside.add("<bpmn:startEvent id='%s' />", start);
    inside.add(
        "<bpmn:intermediateThrowEvent id='%s'><bpmn:escalationEventDefinition escalationRef='escalation' />"
            + "</bpmn:intermediateThrowEvent>",
        throwing);
    inside.add(
        "<bpmn:endEvent id='%s'><bpmn:errorEventDefinition errorRef='error' /></bpmn:endEvent>",
        bad);
    inside.flow(start, body.entry());
    inside.flow(body.exit(), throwing);
    inside.flow(throwing, split);
    inside.flow(split, bad, "v1 == 'b'");
    String good = inside.flow(split, inside.end());
    inside.add("<bpmn:exclusiveGateway id='%s' default='%s' />", split, good);
    add("<bpmn:subProcess id='%s'>%s</bpmn:subProcess>", id, inside.text());
    String join = model.id("mended");
    add("<bpmn:exclusiveGateway id='%s' />", join);
    flow(id, join);
    String caught = model.id("failed");
    add(
        "<bpmn:boundaryEvent id='%s' attachedToRef='%s'><bpmn:errorEventDefinition errorRef='error' /></bpmn:boundaryEvent>",
        caught, id);
    Block mend = sequence(depth - 1);
    flow(caught, mend.entry());
    flow(mend.exit(), join);
    String heard = model.id("heard");
    add(
        "<bpmn:boundaryEvent id='%s' attachedToRef='%s' cancelActivity='false'>"
            + "<bpmn:escalationEventDefinition escalationRef='escalation' /></bpmn:boundaryEvent>",
        heard, id);
    Block aside = task();
    flow(heard, aside.entry());
    flow(aside.exit(), end());
    return new Block(id, join);
  }

  /** A subprocess one of whose paths ends all the others. */
  private Block terminating(int depth) {
    String id = model.id("hurried");
    Blocks inside = new Blocks(model);
    String start = model.id("start");
    String fork = model.id("fork");
    String stop = model.id("stop");
    inside.add("<bpmn:startEvent id='%s' /><bpmn:parallelGateway id='%s' />", start, fork);
    inside.add("<bpmn:endEvent id='%s'><bpmn:terminateEventDefinition /></bpmn:endEvent>", stop);
    inside.flow(start, fork);
    Block one = inside.sequence(depth - 1);
    inside.flow(fork, one.entry());
    inside.flow(one.exit(), inside.end());
    Block other = inside.task();
    inside.flow(fork, other.entry());
    inside.flow(other.exit(), stop);
    add("<bpmn:subProcess id='%s'>%s</bpmn:subProcess>", id, inside.text());
    return new Block(id, id);
  }

  private Block called(int depth) {
    String id = model.id("call");
    String process = model.process(model.id("called"), depth - 1);
    add(
        "<bpmn:callActivity id='%s' calledElement='%s'><bpmn:extensionElements>"
            + "<camunda:in variables='all' /><camunda:out variables='all' />"
            + "<camunda:in businessKey='#{execution.processBusinessKey}' />"
            + "</bpmn:extensionElements></bpmn:callActivity>",
        id, process);
    return new Block(id, id);
  }

  /** Those of all kinds that this text has. */
  static List<String> kinds(String text) {
    return KINDS.stream().filter(text::contains).toList();
  }
}
