package io.onewindow.simulation;

import static io.onewindow.simulation.Models.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.scenario.ScenarioFile;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is refused before anything runs, naming the place and the remedy. */
@DisplayName("a refused scenario")
class RefusedScenariosTest {

  private static final String SOUND =
      """
      {'arrival_time_distribution': {'distribution_name': 'fix', 'distribution_params': [{'value': 600}]},
       'resource_profiles': [{'id': 'p', 'name': 'p', 'resource_list': [
         {'id': 'r', 'name': 'r', 'amount': 1, 'calendar': 'c'}]}],
       'resource_calendars': [{'id': 'c', 'name': 'c', 'time_periods': [
         {'from': 'MONDAY', 'to': 'FRIDAY', 'beginTime': '09:00:00', 'endTime': '17:00:00'}]}],
       'task_resource_distribution': [{'task_id': 'task', 'resources': [
         {'resource_id': 'r', 'distribution_name': 'fix', 'distribution_params': [{'value': 60}]}]}],
       'gateway_branching_probabilities': [{'gateway_id': 'again', 'probabilities': [
         {'path_id': 'back', 'value': 0.1}, {'path_id': 'on', 'value': 0.9}]}],
       'approval': {'cases': 10, 'replications': 2}}
      """;

  private static BpmnModelInstance loop() {
    return Models.model(
        "<bpmn:startEvent id='start' /><bpmn:exclusiveGateway id='merge' />"
            + "<bpmn:userTask id='task' /><bpmn:exclusiveGateway id='again' />"
            + "<bpmn:endEvent id='end' />"
            + flow("f1", "start", "merge")
            + flow("f2", "merge", "task")
            + flow("f3", "task", "again")
            + flow("back", "again", "merge")
            + flow("on", "again", "end"));
  }

  private static void run(ObjectNode json) {
    new Laboratory(Models.SOURCE).prepare(json, loop()).run(Laboratory.Watch.quiet(1));
  }

  @Test
  void thatIsNoneRuns() {
    run(Models.json(SOUND));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'value': 0.9 | 'value': 1.0 | gateway_branching_probabilities[0].probabilities | 1.1，应为 1",
        "'value': 0.9 | 'value': -0.1 | probabilities[1].value | 应在 0 至 1 之间",
        "'value': 60} | 'value': -60} | task_resource_distribution[0].resources[0] | 不能为负",
        "'task_id': 'task' | 'task_id': 'tusk' | task_resource_distribution[0].task_id | 模型里没有元素 tusk",
        "'resource_id': 'r' | 'resource_id': 'x' | resources[0].resource_id | 没有人员 x",
        "'gateway_id': 'again' | 'gateway_id': 'x' | gateway_branching_probabilities[0].gateway_id | 没有网关 x",
        "'path_id': 'on' | 'path_id': 'x' | probabilities[1].path_id | 没有分支 x",
        "'calendar': 'c' | 'calendar': 'x' | resource_list[0].calendar | 没有日历“x”",
        "'amount': 1 | 'amount': 0 | resource_list[0].amount | 应在 1 至 10000 之间",
        "'endTime': '17:00:00' | 'endTime': '08:00:00' | time_periods[0] | 先始后止",
        "'beginTime': '09:00:00' | 'beginTime': '9 Uhr' | time_periods[0].beginTime | 09:00:00",
        "'from': 'MONDAY' | 'from': 'FUNDAY' | time_periods[0].from | MONDAY 至 SUNDAY",
        "'cases': 10 | 'horizont': 10 | approval | 不认识 horizont",
        "'cases': 10 | 'seed': 10 | approval | 永远不会结束",
        "'cases': 10 | 'cases': 1.5 | approval.cases | 应为整数",
        "'cases': 10 | 'cases': 10, 'warmUpCases': 10 | approval.warmUpCases | 应小于办件数",
        "'cases': 10 | 'cases': 10, 'model': 'other' | approval.model | 情景属于模型 other",
        "'cases': 10 | 'cases': 10, 'jurisdiction': 'atlantis' | approval.jurisdiction | ningyang",
        "'cases': 10 | 'cases': 10, 'disciplines': {'nobody': 'fifo'} | approval.disciplines.nobody | 没有部门 nobody",
        "'cases': 10 | 'cases': 10, 'disciplines': {'*': 'lifo'} | approval.disciplines.* | fifo",
        "'cases': 10 | 'cases': 10, 'horizon': 'yesterday' | approval.horizon | 日期",
        "'cases': 10 | 'cases': 10, 'horizon': '2020-01-01' | approval.horizon | 应在开始时间之后",
        "'cases': 10 | 'cases': 10, 'durations': {'task': 'PT-5M'} | approval.durations.task | 时长不能为负",
        "'cases': 10 | 'cases': 10, 'durations': {'task': '5 minutes'} | approval.durations.task | PT20M",
        "'cases': 10 | 'cases': 10, 'durations': {'x': 'PT5M'} | approval.durations.x | 没有元素 x",
        "'cases': 10 | 'cases': 10, 'outcomes': {'task': {'v': {'a': 0.5}}} | approval.outcomes.task.v | 比例之和为 0.5",
        "'cases': 10 | 'cases': 10, 'stopRule': {'relativeHalfWidth': 0} | stopRule.relativeHalfWidth | 大于零",
        "'cases': 10 | 'cases': 10, 'edits': [{'edit': 'fly'}] | approval.edits[0].edit | addStaff",
        "'cases': 10 | 'cases': 10, 'edits': [{'edit': 'addStaff', 'group': 'x'}] | approval.edits[0].group | 没有部门 x",
        "'cases': 10 | 'cases': 10, 'edits': [{'edit': 'setLimit', 'step': 'case', 'limit': '4 HOUR'}] | approval.edits[0].limit | 3 WORKING_DAY",
        "'cases': 10 | 'cases': 10, 'edits': [{'edit': 'scaleArrivals', 'factor': 0}] | approval.edits[0].factor | 大于 0",
        "'cases': 10 | 'cases': 10, 'edits': [{'edit': 'setDuration', 'task': 'x', 'distribution': 'PT1M'}] | approval.durations.x | 没有元素 x",
        "'cases': 10 | 'cases': 10, 'start': '2019-01-01', 'jurisdiction': 'ningyang' | approval.start | 2021",
        "'cases': 10 | 'cases': 10, 'pauses': [{'task': 'x', 'share': 0.1, 'length': 'P1D'}] | approval.pauses[0].task | 没有任务 x",
        "'fix', 'distribution_params': [{'value': 600}] | 'expon', 'distribution_params': [] | arrival_time_distribution | 缺少",
        "'fix', 'distribution_params': [{'value': 600}] | 'expon', 'distribution_params': [{'value': 0}, {'value': 1}, {'value': 2}] | arrival_time_distribution | approval.distributions",
        "'fix', 'distribution_params': [{'value': 600}] | 'uniform', 'distribution_params': [{'value': 600}, {'value': 900}] | arrival_time_distribution | 两种读法",
        "'fix', 'distribution_params': [{'value': 600}] | 'cauchy', 'distribution_params': [{'value': 1}] | distribution_name | 不支持",
        "'approval': | 'batch_processing': [{}], 'approval': | batch_processing | 没有对应",
        "'approval': | 'typo': 1, 'approval': | 情景文件 | 不认识 typo",
      })
  void namesThePlaceAndTheRemedy(String sound, String wrong, String place, String remedy) {
    String json = SOUND.replaceFirst(java.util.regex.Pattern.quote(sound), wrong);
    assertThat(json).isNotEqualTo(SOUND);
    assertThatThrownBy(() -> run(Models.json(json)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(place)
        .hasMessageContaining(remedy);
  }

  @Test
  void thatNeverLeavesALoopIsRefused() {
    String json = SOUND.replace("0.1", "1").replace("0.9", "0");
    assertThatThrownBy(() -> run(Models.json(json)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("永远不会结束");
  }

  @Test
  void whoseTextIsNoJsonIsRefusedByLine() {
    assertThatThrownBy(() -> ScenarioFile.parse("{\n  \"approval\": {,}\n}"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("第 2 行");
    assertThatThrownBy(() -> ScenarioFile.parse("{\"a\": 1, \"a\": 2}"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("键重复");
  }

  @Test
  void whoseConditionsSpeakOfUnknownVariablesIsRefused() {
    BpmnModelInstance model =
        Models.model(
            "<bpmn:startEvent id='start' /><bpmn:exclusiveGateway id='which' />"
                + "<bpmn:endEvent id='a' /><bpmn:endEvent id='b' />"
                + flow("f1", "start", "which")
                + "<bpmn:sequenceFlow id='f2' sourceRef='which' targetRef='a'>"
                + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${amount > 5}"
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>"
                + flow("f3", "which", "b"));
    ObjectNode json =
        Models.json(
            "{'arrival_time_distribution': {'distribution': 'fixed', 'value': 'PT1M'},"
                + " 'approval': {'cases': 1}}");
    assertThatThrownBy(() -> new Laboratory(Models.SOURCE).prepare(json, model))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("which")
        .hasMessageContaining("amount")
        .hasMessageContaining("approval.outcomes");
  }

  @Test
  void whoseModelHasWhatCannotBeRunIsRefusedByElement() {
    assertThatThrownBy(
            () ->
                new Laboratory(Models.SOURCE)
                    .prepare(
                        Models.json(SOUND),
                        Models.model(
                            "<bpmn:startEvent id='start' /><bpmn:scriptTask id='script' />"
                                + "<bpmn:complexGateway id='complex' />"
                                + "<bpmn:endEvent id='end' />"
                                + flow("f1", "start", "script")
                                + flow("f2", "script", "complex")
                                + flow("f3", "complex", "end"))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("script")
        .hasMessageContaining("complex");
  }

  @Test
  void thatCallsWhatNobodyDescribedIsRefused() {
    BpmnModelInstance model =
        Models.model(
            "<bpmn:startEvent id='start' />"
                + "<bpmn:serviceTask id='pay' camunda:delegateExpression='${payDelegate}' />"
                + "<bpmn:endEvent id='end' />"
                + flow("f1", "start", "pay")
                + flow("f2", "pay", "end"));
    ObjectNode json =
        Models.json(
            "{'arrival_time_distribution': {'distribution': 'fixed', 'value': 'PT1M'},"
                + " 'approval': {'cases': 1}}");
    assertThatThrownBy(() -> new Laboratory(Models.SOURCE).prepare(json, model))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("payDelegate")
        .hasMessageContaining("approval.effects");
  }
}
