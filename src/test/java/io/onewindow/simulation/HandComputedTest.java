package io.onewindow.simulation;

import static io.onewindow.simulation.Models.flow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cases whose course one can work out on paper. 2026-03-02 is a Monday. */
@DisplayName("cases worked out by hand")
class HandComputedTest {

  private static final String START = "<bpmn:startEvent id='start' />";
  private static final String END = "<bpmn:endEvent id='end' />";

  private static String task(String id) {
    return "<bpmn:userTask id='%s' camunda:candidateGroups='desk' />".formatted(id);
  }

  /** Cases every so often; each task takes 20 minutes of one person. */
  private static ObjectNode every(String gap, int cases, String approval) {
    return Models.json(
        """
        {'arrival_time_distribution': {'distribution': 'fixed', 'value': '%s'},
         'approval': {'cases': %d, 'replications': 1,
           'staff': [{'id': 'desk', 'groups': ['desk'], 'calendar': 'always'}],
           'durations': {'*': 'PT20M'} %s}}
        """
            .formatted(gap, cases, approval));
  }

  @Test
  void oneClerkServesOneAfterTheOther() {
    Played played = Played.of(Models.oneTask(), every("PT15M", 3, ""));
    assertThat(played.tasks())
        .containsExactly(
            "0 task 02.09:00 02.09:00 02.09:20 desk",
            "1 task 02.09:15 02.09:20 02.09:40 desk",
            "2 task 02.09:30 02.09:40 02.10:00 desk");
    assertThat(played.tally().cases().cycle().mean()).isEqualTo(25 * 60_000.0);
    assertThat(played.tally().pool(0).utilisation()).isEqualTo(1.0);
    assertThat(played.tally().brokenInvariants()).isEmpty();
  }

  @Test
  void workStopsAtClosingAndGoesOnAfterTheWeekend() {
    ObjectNode json =
        every("PT5M", 2, ", 'jurisdiction': 'ningyang', 'start': '2026-03-06T17:15:00+08:00'");
    json.withObject("/approval").withArray("/staff").removeAll();
    json.withObject("/approval")
        .withArray("/staff")
        .addObject()
        .put("id", "desk")
        .putArray("groups")
        .add("desk");
    assertThat(Played.of(Models.oneTask(), json).tasks())
        .containsExactly(
            "0 task 06.17:15 06.17:15 09.09:05 desk", "1 task 06.17:20 09.09:05 09.09:25 desk");
  }

  @Test
  void aSaturdayWorkedInExchangeIsAWorkingDay() {
    ObjectNode json =
        every("PT5M", 1, ", 'jurisdiction': 'ningyang', 'start': '2026-02-13T17:20:00+08:00'");
    json.withObject("/approval").withArray("/staff").removeAll();
    json.withObject("/approval")
        .withArray("/staff")
        .addObject()
        .put("id", "desk")
        .putArray("groups")
        .add("desk");
    // 2026-02-14 is a Saturday worked in exchange for the Spring Festival
    assertThat(Played.of(Models.oneTask(), json).tasks())
        .containsExactly("0 task 13.17:20 13.17:20 14.09:10 desk");
  }

  @Test
  void overtimeFinishesWhatWasBegun() {
    ObjectNode json =
        every(
            "PT5M",
            1,
            ", 'overtime': 'finish', 'jurisdiction': 'ningyang', 'start': '2026-03-06T17:20:00+08:00'");
    json.withObject("/approval").withArray("/staff").removeAll();
    json.withObject("/approval")
        .withArray("/staff")
        .addObject()
        .put("id", "desk")
        .putArray("groups")
        .add("desk");
    Played played = Played.of(Models.oneTask(), json);
    assertThat(played.tasks()).containsExactly("0 task 06.17:20 06.17:20 06.17:40 desk");
    assertThat(played.tally().pool(0).overtime()).isEqualTo(10 * 60_000);
  }

  @Test
  void absenceIsNoDuty() {
    ObjectNode json = every("PT5M", 1, "");
    ((ObjectNode) json.withObject("/approval").withArray("/staff").get(0))
        .putArray("absences")
        .addObject()
        .put("from", "2026-03-02T09:10:00+08:00")
        .put("to", "2026-03-02T11:00:00+08:00");
    assertThat(Played.of(Models.oneTask(), json).tasks())
        .containsExactly("0 task 02.09:00 02.09:00 02.11:10 desk");
  }

  @Test
  void aPersonInTwoDepartmentsTakesWhoeverCameFirst() {
    var model =
        Models.model(
            START
                + "<bpmn:parallelGateway id='split' /><bpmn:parallelGateway id='join' />"
                + task("a")
                + "<bpmn:userTask id='b' camunda:candidateGroups='other' />"
                + END
                + flow("f1", "start", "split")
                + flow("f2", "split", "a")
                + flow("f3", "split", "b")
                + flow("f4", "a", "join")
                + flow("f5", "b", "join")
                + flow("f6", "join", "end"));
    ObjectNode json = every("PT10M", 2, "");
    ((ObjectNode) json.withObject("/approval").withArray("/staff").get(0))
        .putArray("groups")
        .add("desk")
        .add("other");
    assertThat(Played.of(model, json).tasks())
        .containsExactly(
            "0 a 02.09:00 02.09:00 02.09:20 desk",
            "0 b 02.09:00 02.09:20 02.09:40 desk",
            "1 a 02.09:10 02.09:40 02.10:00 desk",
            "1 b 02.09:10 02.10:00 02.10:20 desk");
  }

  @Test
  void theMorningBatchBeginsNextMorning() {
    ObjectNode json =
        every("PT10M", 2, ", 'jurisdiction': 'ningyang', 'disciplines': {'*': 'morningBatch'}");
    json.withObject("/approval").withArray("/staff").removeAll();
    json.withObject("/approval")
        .withArray("/staff")
        .addObject()
        .put("id", "desk")
        .putArray("groups")
        .add("desk");
    assertThat(Played.of(Models.oneTask(), json).tasks())
        .containsExactly(
            "0 task 02.09:00 03.09:00 03.09:20 desk", "1 task 02.09:10 03.09:20 03.09:40 desk");
  }

  @Test
  void aTimerThatInterruptsEndsTheTaskAndFreesTheClerk() {
    var model =
        Models.model(
            START
                + task("slow")
                + "<bpmn:boundaryEvent id='late' attachedToRef='slow'><bpmn:timerEventDefinition>"
                + "<bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>PT10M</bpmn:timeDuration>"
                + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                + task("next")
                + END
                + flow("f1", "start", "slow")
                + flow("f2", "slow", "end")
                + flow("f3", "late", "next")
                + flow("f4", "next", "end"));
    Played played = Played.of(model, every("PT1H", 1, ""));
    assertThat(played.tasks()).containsExactly("0 next 02.09:10 02.09:10 02.09:30 desk");
    assertThat(played.tally().node(played.scenario().setup().program().node("slow")).cancelled())
        .isEqualTo(1);
    assertThat(played.tally().brokenInvariants()).isEmpty();
  }

  @Test
  void aTimerThatDoesNotInterruptRunsBesideItsTaskAndRepeats() {
    var model =
        Models.model(
            START
                + task("slow")
                + "<bpmn:boundaryEvent id='tick' attachedToRef='slow' cancelActivity='false'>"
                + "<bpmn:timerEventDefinition>"
                + "<bpmn:timeCycle xsi:type='bpmn:tFormalExpression'>R3/PT7M</bpmn:timeCycle>"
                + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                + "<bpmn:endEvent id='ticked' />"
                + END
                + flow("f1", "start", "slow")
                + flow("f2", "slow", "end")
                + flow("f3", "tick", "ticked"));
    Played played = Played.of(model, every("PT1H", 1, ""));
    assertThat(played.tasks()).containsExactly("0 slow 02.09:00 02.09:00 02.09:20 desk");
    assertThat(played.tally().happened(played.scenario().setup().program().node("tick")))
        .isEqualTo(2);
  }

  @Test
  void anErrorEndsItsSubprocessAndAnEscalationOpensAnother() {
    var model =
        Models.model(
            START
                + "<bpmn:subProcess id='sub'><bpmn:startEvent id='subStart' />"
                + task("a")
                + "<bpmn:intermediateThrowEvent id='escalates'>"
                + "<bpmn:escalationEventDefinition escalationRef='escalation' />"
                + "</bpmn:intermediateThrowEvent>"
                + "<bpmn:endEvent id='fails'><bpmn:errorEventDefinition errorRef='error' />"
                + "</bpmn:endEvent>"
                + flow("s1", "subStart", "a")
                + flow("s2", "a", "escalates")
                + flow("s3", "escalates", "fails")
                + "</bpmn:subProcess>"
                + "<bpmn:boundaryEvent id='failed' attachedToRef='sub'>"
                + "<bpmn:errorEventDefinition errorRef='error' /></bpmn:boundaryEvent>"
                + task("refuse")
                + END
                + "<bpmn:endEvent id='refused' />"
                + "<bpmn:subProcess id='supervision' triggeredByEvent='true'>"
                + "<bpmn:startEvent id='overdue' isInterrupting='false'>"
                + "<bpmn:escalationEventDefinition camunda:escalationCodeVariable='step' />"
                + "</bpmn:startEvent>"
                + "<bpmn:exclusiveGateway id='which' default='other' />"
                + task("supervise")
                + "<bpmn:endEvent id='supervised' /><bpmn:endEvent id='ignored' />"
                + flow("e1", "overdue", "which")
                + "<bpmn:sequenceFlow id='e2' sourceRef='which' targetRef='supervise'>"
                + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${step == 'late'}"
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>"
                + flow("other", "which", "ignored")
                + flow("e3", "supervise", "supervised")
                + "</bpmn:subProcess>"
                + flow("f1", "start", "sub")
                + flow("f2", "sub", "end")
                + flow("f3", "failed", "refuse")
                + flow("f4", "refuse", "refused"));
    Played played = Played.of(model, every("PT1H", 1, ""));
    assertThat(played.tasks())
        .containsExactly(
            "0 a 02.09:00 02.09:00 02.09:20 desk",
            "0 supervise 02.09:20 02.09:20 02.09:40 desk",
            "0 refuse 02.09:20 02.09:40 02.10:00 desk");
    assertThat(played.tally().cases().ended()).isEqualTo(1);
  }

  @Test
  void severalInstancesRunAtOnceOrOneAfterTheOther() {
    for (boolean sequential : new boolean[] {true, false}) {
      var model =
          Models.model(
              START
                  + "<bpmn:userTask id='each' camunda:candidateGroups='desk'>"
                  + "<bpmn:multiInstanceLoopCharacteristics isSequential='%s'>"
                      .formatted(sequential)
                  + "<bpmn:loopCardinality xsi:type='bpmn:tFormalExpression'>3</bpmn:loopCardinality>"
                  + "<bpmn:completionCondition xsi:type='bpmn:tFormalExpression'>"
                  + "${nrOfCompletedInstances >= 2}</bpmn:completionCondition>"
                  + "</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>"
                  + END
                  + flow("f1", "start", "each")
                  + flow("f2", "each", "end"));
      Played played = Played.of(model, every("PT1H", 1, ""));
      String second = sequential ? "02.09:20" : "02.09:00";
      assertThat(played.tasks())
          .containsExactly(
              "0 each 02.09:00 02.09:00 02.09:20 desk",
              "0 each " + second + " 02.09:20 02.09:40 desk");
      assertThat(played.tally().cases().ended()).isEqualTo(1);
      assertThat(played.tally().brokenInvariants()).isEmpty();
    }
  }

  @Test
  void theFirstEventBehindAnEventGatewayWins() {
    String model =
        START
            + "<bpmn:eventBasedGateway id='race' />"
            + "<bpmn:intermediateCatchEvent id='answer'><bpmn:messageEventDefinition />"
            + "</bpmn:intermediateCatchEvent>"
            + "<bpmn:intermediateCatchEvent id='timeout'><bpmn:timerEventDefinition>"
            + "<bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>P1D</bpmn:timeDuration>"
            + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"
            + task("answered")
            + task("silent")
            + END
            + flow("f1", "start", "race")
            + flow("f2", "race", "answer")
            + flow("f3", "race", "timeout")
            + flow("f4", "answer", "answered")
            + flow("f5", "timeout", "silent")
            + flow("f6", "answered", "end")
            + flow("f7", "silent", "end");
    assertThat(Played.of(Models.model(model), every("PT1H", 1, "")).tasks())
        .containsExactly("0 silent 03.09:00 03.09:00 03.09:20 desk");
    ObjectNode answers = every("PT1H", 1, "");
    answers.withObject("/approval").withObject("/durations").put("answer", "PT3H");
    assertThat(Played.of(Models.model(model), answers).tasks())
        .containsExactly("0 answered 02.12:00 02.12:00 02.12:20 desk");
  }

  @Test
  void anInclusiveJoinWaitsForWhatIsOnItsWayOnly() {
    String condition =
        "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${%s}</bpmn:conditionExpression>";
    var model =
        Models.model(
            START
                + "<bpmn:inclusiveGateway id='which' default='none' />"
                + "<bpmn:inclusiveGateway id='join' />"
                + task("a")
                + task("b")
                + task("c")
                + END
                + flow("f1", "start", "which")
                + "<bpmn:sequenceFlow id='toA' sourceRef='which' targetRef='a'>"
                + condition.formatted("wantsA")
                + "</bpmn:sequenceFlow>"
                + "<bpmn:sequenceFlow id='toB' sourceRef='which' targetRef='b'>"
                + condition.formatted("wantsB")
                + "</bpmn:sequenceFlow>"
                + flow("none", "which", "join")
                + flow("f2", "a", "join")
                + flow("f3", "b", "join")
                + flow("f4", "join", "c")
                + flow("f5", "c", "end"));
    assertThat(
            Played.of(
                    model,
                    every("PT1H", 1, ", 'outcomes': {'start': {'wantsA': true, 'wantsB': true}}"))
                .tasks())
        .containsExactly(
            "0 a 02.09:00 02.09:00 02.09:20 desk",
            "0 b 02.09:00 02.09:20 02.09:40 desk",
            "0 c 02.09:40 02.09:40 02.10:00 desk");
    assertThat(
            Played.of(
                    model,
                    every("PT1H", 1, ", 'outcomes': {'start': {'wantsA': false, 'wantsB': false}}"))
                .tasks())
        .containsExactly("0 c 02.09:00 02.09:00 02.09:20 desk");
  }

  @Test
  void aTerminateEndEndsEverythingAndALoopIsCounted() {
    var model =
        Models.model(
            START
                + "<bpmn:parallelGateway id='split' />"
                + task("first")
                + task("second")
                + "<bpmn:exclusiveGateway id='again' />"
                + "<bpmn:endEvent id='stop'><bpmn:terminateEventDefinition /></bpmn:endEvent>"
                + END
                + flow("f1", "start", "split")
                + flow("f2", "split", "first")
                + flow("f3", "split", "second")
                + flow("f4", "first", "again")
                + "<bpmn:sequenceFlow id='back' sourceRef='again' targetRef='first'>"
                + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${more}"
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>"
                + "<bpmn:sequenceFlow id='done' sourceRef='again' targetRef='stop'>"
                + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${!more}"
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>"
                + flow("f5", "second", "end"));
    ObjectNode json =
        every("PT1H", 1, ", 'outcomes': {'first': {'more': {'first': true, 'later': false}}}");
    json.withObject("/approval").withObject("/durations").put("second", "PT5H");
    ((ObjectNode) json.withObject("/approval").withArray("/staff").get(0)).put("amount", 2);
    Played played = Played.of(model, json);
    assertThat(played.tasks())
        .containsExactly(
            "0 first 02.09:00 02.09:00 02.09:20 desk_1",
            "0 first 02.09:20 02.09:20 02.09:40 desk_1");
    assertThat(played.tally().cases().ended()).isEqualTo(1);
    assertThat(played.tally().brokenInvariants()).isEmpty();
  }

  @Test
  void unfinishedCasesCountAsOpen() {
    Played played = Played.of(Models.oneTask(), every("PT10M", 100, ", 'horizon': 'PT1H'"));
    assertThat(played.tally().cases().arrived()).isEqualTo(7);
    assertThat(played.tally().cases().ended()).isEqualTo(3);
    assertThat(played.tally().cases().open()).isEqualTo(4);
    assertThat(played.tally().brokenInvariants()).isEmpty();
  }
}
