package io.onewindow.simulation;

import static io.onewindow.simulation.Models.flow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Of what happens at one instant that comes first which was planned first; what one step plans, it
 * plans in the order of the model, timers before the work they watch. The engine leaves the order
 * open: its job executor takes due jobs in any.
 */
@DisplayName("what happens at one instant")
class SameInstantTest {

  private static final String ENDS =
      "<bpmn:startEvent id='start' /><bpmn:endEvent id='end' />" + flow("f1", "start", "slow");

  private static String task(String id) {
    return "<bpmn:userTask id='%s' camunda:candidateGroups='desk' />".formatted(id);
  }

  private static String timer(String length) {
    return "<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>"
        + length
        + "</bpmn:timeDuration></bpmn:timerEventDefinition>";
  }

  private static String border(String id, String host, boolean ends, String length) {
    return "<bpmn:boundaryEvent id='%s' attachedToRef='%s' cancelActivity='%s'>%s</bpmn:boundaryEvent>"
        .formatted(id, host, ends, timer(length));
  }

  private static Played played(String elements) {
    ObjectNode json =
        Models.json(
            """
            {'arrival_time_distribution': {'distribution': 'fixed', 'value': 'PT1H'},
             'approval': {'cases': 1, 'replications': 1,
               'staff': [{'id': 'desk', 'groups': ['desk'], 'calendar': 'always'}],
               'durations': {'*': 'PT20M'}}}
            """);
    return Played.of(Models.model(ENDS + elements), json);
  }

  @Test
  void aTimerGoesBeforeTheTaskItWatches() {
    Played played =
        played(
            task("slow")
                + border("late", "slow", true, "PT20M")
                + task("next")
                + flow("f2", "slow", "end")
                + flow("f3", "late", "next")
                + flow("f4", "next", "end"));
    assertThat(played.tasks()).containsExactly("0 next 02.09:20 02.09:20 02.09:40 desk");
  }

  @Test
  void timersOfOneTaskGoInTheOrderOfTheModel() {
    Played played =
        played(
            task("slow")
                + border("one", "slow", true, "PT10M")
                + border("other", "slow", true, "PT10M")
                + task("byOne")
                + task("byOther")
                + flow("f2", "slow", "end")
                + flow("f3", "one", "byOne")
                + flow("f4", "other", "byOther")
                + flow("f5", "byOne", "end")
                + flow("f6", "byOther", "end"));
    assertThat(played.tasks()).containsExactly("0 byOne 02.09:10 02.09:10 02.09:30 desk");
  }

  @Test
  void whatWasPlannedEarlierGoesFirst() {
    // the subprocess's own timer was planned when it began, the second task's end later
    Played played =
        played(
            "<bpmn:subProcess id='slow'><bpmn:startEvent id='inside' />"
                + task("a")
                + task("b")
                + flow("s1", "inside", "a")
                + flow("s2", "a", "b")
                + "</bpmn:subProcess>"
                + border("late", "slow", true, "PT40M")
                + task("next")
                + flow("f2", "slow", "end")
                + flow("f3", "late", "next")
                + flow("f4", "next", "end"));
    assertThat(played.tasks())
        .containsExactly(
            "0 a 02.09:00 02.09:00 02.09:20 desk", "0 next 02.09:40 02.09:40 02.10:00 desk");
  }

  @Test
  void anInclusiveJoinWaitsForBranchesThatTheForkHasYetToEnter() {
    Played played =
        played(
            "<bpmn:inclusiveGateway id='slow' /><bpmn:inclusiveGateway id='join' />"
                + flow("f2", "slow", "join")
                + flow("f3", "slow", "a")
                + task("a")
                + flow("f4", "a", "join")
                + task("b")
                + flow("f5", "join", "b")
                + flow("f6", "b", "end"));
    assertThat(played.tasks())
        .containsExactly(
            "0 a 02.09:00 02.09:00 02.09:20 desk", "0 b 02.09:20 02.09:20 02.09:40 desk");
    assertThat(played.tally().brokenInvariants()).isEmpty();
  }

  @Test
  void anInterruptionFromInsideEndsTheTimersAtTheBorder() {
    Played played =
        played(
            "<bpmn:subProcess id='slow'><bpmn:startEvent id='inside' />"
                + task("a")
                + flow("s1", "inside", "a")
                + "<bpmn:subProcess id='watch' triggeredByEvent='true'>"
                + "<bpmn:startEvent id='begins'>"
                + timer("PT5M")
                + "</bpmn:startEvent>"
                + task("b")
                + flow("s2", "begins", "b")
                + "</bpmn:subProcess></bpmn:subProcess>"
                + border("late", "slow", true, "PT10M")
                + task("next")
                + flow("f2", "slow", "end")
                + flow("f3", "late", "next")
                + flow("f4", "next", "end"));
    assertThat(played.tasks()).containsExactly("0 b 02.09:05 02.09:05 02.09:25 desk");
  }
}
