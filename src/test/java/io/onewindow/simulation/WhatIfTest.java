package io.onewindow.simulation;

import static io.onewindow.simulation.Models.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.result.Estimate;
import io.onewindow.simulation.result.Sentences;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a what-if")
class WhatIfTest {

  private static BpmnModelInstance line() {
    return Models.model(
        "<bpmn:startEvent id='start' />"
            + "<bpmn:userTask id='a' name='核名' camunda:candidateGroups='x' />"
            + "<bpmn:userTask id='b' name='审查' camunda:candidateGroups='y' />"
            + "<bpmn:userTask id='c' name='发证' camunda:candidateGroups='x' />"
            + "<bpmn:endEvent id='end' />"
            + flow("f1", "start", "a")
            + flow("f2", "a", "b")
            + flow("f3", "b", "c")
            + flow("f4", "c", "end"));
  }

  private static ObjectNode scenario(String edits) {
    return Models.json(
        """
        {'arrival_time_distribution': {'distribution': 'exponential', 'mean': 'PT30M'},
         'approval': {'cases': 600, 'warmUpCases': 60, 'replications': 10,
           'staff': [{'id': 'x', 'groups': ['x'], 'calendar': 'always'},
                     {'id': 'y', 'groups': ['y'], 'calendar': 'always'}],
           'durations': {'a': {'distribution': 'exponential', 'mean': 'PT8M'},
                         'b': {'distribution': 'exponential', 'mean': 'PT20M'},
                         'c': 'PT4M'},
           'outcomes': {'a': {'named': {'true': 0.9, 'false': 0.1}}},
           'edits': [%s]}}
        """
            .formatted(edits));
  }

  private static Laboratory.Outcome run(String edits) {
    return new Laboratory(Models.SOURCE)
        .prepare(scenario(edits), line())
        .run(Laboratory.Watch.quiet(2));
  }

  private static Estimate change(Laboratory.Outcome outcome) {
    return outcome.before().differences(outcome.after()).get("case.cycleTime.mean");
  }

  @Test
  void ofOneMoreClerkShortensCases() {
    Laboratory.Outcome outcome = run("{'edit': 'addStaff', 'group': 'y', 'amount': 1}");
    assertThat(change(outcome).high()).isNegative();
    assertThat(change(outcome).isSignificant()).isTrue();
    assertThat(said(outcome)).anyMatch(s -> s.startsWith("部门 y 增加 1 人：办件平均时间由 "));
  }

  @Test
  void thatChangesNothingSaysSoPlainly() {
    Laboratory.Outcome outcome =
        run("{'edit': 'setDuration', 'task': 'c', 'distribution': 'PT4M'}");
    assertThat(change(outcome).mean()).isZero();
    assertThat(said(outcome)).anyMatch(s -> s.contains("没有显著差异"));
  }

  @Test
  void isPairedSoThatASmallChangeShowsInFewReplications() {
    Laboratory.Outcome outcome =
        run("{'edit': 'setDuration', 'task': 'c', 'distribution': 'PT3M55S'}");
    Estimate paired = change(outcome);
    Estimate alone = outcome.before().estimate("case.cycleTime.mean");
    assertThat(paired.isSignificant()).isTrue();
    assertThat(paired.halfWidth()).isLessThan(alone.halfWidth() / 20);
  }

  @Test
  void ofParallelTasksRewritesTheDiagram() {
    Laboratory.Outcome outcome = run("{'edit': 'parallelize', 'from': 'b', 'to': 'c'}");
    assertThat(change(outcome).high()).isNegative();
    Bpmn.validateModel(outcome.whatIf().model());
    assertThat(outcome.whatIf().changed()).contains("whatIf_split_b", "whatIf_join_b", "f2", "f4");
    // each case still does both tasks
    assertThat(outcome.after().estimate("task.c.count").mean()).isEqualTo(540);
  }

  @Test
  void ofParallelTasksKeepsTheDrawingAndTheModelItCameFrom() {
    BpmnModelInstance model =
        io.onewindow.simulation.model.ProgramReader.parse(
            Models.SOURCE.process("company-registration").get(), "company-registration");
    String before = Bpmn.convertToString(model);
    ObjectNode tree =
        io.onewindow.simulation.scenario.Assumptions.fill(
                Models.json(
                    "{'approval': {'cases': 20, 'warmUpCases': 0, 'replications': 2, 'edits': ["
                        + "{'edit': 'skipTask', 'task': 'userTask_recordSeal'}]}}"),
                "company-registration")
            .tree();
    Laboratory.Trial trial = new Laboratory(Models.SOURCE).prepare(tree, model);
    assertThat(Bpmn.convertToString(model)).isEqualTo(before);
    String after = Bpmn.convertToString(trial.whatIf().model());
    Bpmn.validateModel(trial.whatIf().model());
    assertThat(after).doesNotContain("userTask_recordSeal\"").doesNotContain("recordSealOverdue\"");
    assertThat(trial.run(Laboratory.Watch.quiet(1)).after().names())
        .doesNotContain("task.userTask_recordSeal.count");
  }

  @Test
  void isRefusedWhereOneTaskNeedsWhatTheOtherWrites() {
    BpmnModelInstance model = line();
    model
        .getModelElementById("b")
        .setAttributeValueNs(
            "http://camunda.org/schema/1.0/bpmn", "dueDate", "${named ? now : now}");
    assertThatThrownBy(
            () ->
                new Laboratory(Models.SOURCE)
                    .prepare(scenario("{'edit': 'parallelize', 'tasks': ['a', 'b']}"), model))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("approval.edits[0]")
        .hasMessageContaining("审查 要用 核名 写下的 named");
  }

  @Test
  void isRefusedForTasksThatDoNotFollowEachOther() {
    assertThatThrownBy(() -> run("{'edit': 'parallelize', 'from': 'a', 'to': 'c'}"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("不是紧接在");
  }

  @Test
  void ofTasksOneAfterTheOtherUndoesParallelOnes() {
    Laboratory.Outcome outcome =
        run(
            "{'edit': 'parallelize', 'from': 'b', 'to': 'c'},"
                + "{'edit': 'serialize', 'tasks': ['b', 'c']}");
    assertThat(change(outcome).mean()).isZero();
    assertThat(outcome.whatIf().told()).hasSize(2);
  }

  @Test
  void ofSkippedTasksLeavesThemOut() {
    Laboratory.Outcome outcome = run("{'edit': 'skipTask', 'task': 'b'}");
    assertThat(outcome.after().names()).doesNotContain("task.b.count");
    assertThat(change(outcome).high()).isNegative();
  }

  @Test
  void ofMoreArrivalsLengthensQueues() {
    Laboratory.Outcome outcome = run("{'edit': 'scaleArrivals', 'factor': 1.2}");
    assertThat(change(outcome).low()).isPositive();
    assertThat(outcome.after().estimate("pool.y.utilisation").mean()).isBetween(0.75, 0.85);
  }

  private static List<String> said(Laboratory.Outcome outcome) {
    Map<String, Estimate> differences = outcome.before().differences(outcome.after());
    return Sentences.compared(
        outcome.before(), outcome.after(), differences, outcome.whatIf().told());
  }
}
