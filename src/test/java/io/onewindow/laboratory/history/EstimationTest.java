package io.onewindow.laboratory.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.laboratory.history.Past.Step;
import io.onewindow.laboratory.history.Past.Value;
import io.onewindow.simulation.Models;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.model.ProgramReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** From histories with known parameters the parameters come back. */
class EstimationTest {

  private static final Program ONE_TASK = ProgramReader.read(Models.oneTask(), Models.SOURCE);

  private static ObjectNode scenario(String more) {
    return Models.json(
        ("{'arrival_time_distribution': {'distribution': 'exponential', 'mean': 'PT30M'},"
                + " 'resource_calendars': [{'id': 'mornings', 'within': 'office', 'time_periods':"
                + " [{'from': 'MONDAY', 'to': 'FRIDAY', 'beginTime': '09:00', 'endTime': '12:00'}]}],"
                + " 'approval': {'jurisdiction': 'ningyang', 'cases': 600,"
                + " 'start': '2026-03-02T09:00:00+08:00',"
                + " 'outcomes': {'task': {'decision': {'yes': 0.5, 'no': 0.5}}},"
                + " 'durations': {'task': {'distribution': 'gamma', 'mean': 'PT40M', 'deviation': 'PT20M'}},"
                + " %s}}")
            .formatted(more));
  }

  private static final String STAFF = "'staff': [{'id': 'desk', 'groups': ['desk'], 'amount': 2}]";

  private static Draft estimate(ObjectNode truth, Past past) {
    return new Estimation(Simulated.SETTINGS, Simulated.names(ONE_TASK), truth).of(past);
  }

  private static double minutes(JsonNode length) {
    return Duration.parse(length.asText()).toMillis() / 60_000.0;
  }

  @Test
  void findsArrivalsServiceTimesAndStaff() {
    ObjectNode truth = scenario(STAFF);
    Draft draft = estimate(truth, Simulated.of(truth, ONE_TASK, 3));
    JsonNode task = draft.known().at("/approval/durations/task");
    assertThat(task.get("distribution").asText()).isEqualTo("gamma");
    assertThat(minutes(task.get("mean"))).isCloseTo(40, within(3.0));
    assertThat(minutes(task.get("deviation"))).isCloseTo(20, within(3.0));
    JsonNode gaps = draft.known().get("arrival_time_distribution");
    assertThat(gaps.get("distribution").asText()).isIn("exponential", "gamma");
    assertThat(minutes(gaps.get("mean"))).isCloseTo(30, within(4.0));
    assertThat(draft.known().at("/approval/staff")).hasSize(2);
    assertThat(draft.known().at("/approval/staff/0/groups/0").asText()).isEqualTo("desk");
    assertThat(draft.known().at("/approval/staff/0/calendar").isMissingNode()).isTrue();
    // work only waits for who is busy with this service itself
    assertThat(draft.known().at("/approval/delays").isMissingNode()).isTrue();
    assertThat(draft.known().toString()).doesNotContain("desk_1");
  }

  @Test
  void theIntervalOfTheMeanCoversTheTruthAboutAsOftenAsItSays() {
    ObjectNode truth = scenario(STAFF);
    int covered = 0;
    for (long seed = 1; seed <= 60; seed++) {
      Past past = Simulated.of(truth, ONE_TASK, seed);
      double[] lengths =
          new Handling(past).all().stream().mapToDouble(one -> one.to() - one.from()).toArray();
      covered += Interval.mean(lengths).contains(40 * 60_000) ? 1 : 0;
    }
    // 95 % of 60 are 57; fewer than 51 would come by chance once in two hundred times
    assertThat(covered).isBetween(51, 60);
  }

  @Test
  void findsTheHoursOfADepartment() {
    ObjectNode truth =
        scenario(
            "'staff': [{'id': 'desk', 'groups': ['desk'], 'amount': 4, 'calendar': 'mornings'}]");
    Draft draft = estimate(truth, Simulated.of(truth, ONE_TASK, 3));
    JsonNode calendar = draft.known().at("/resource_calendars/0");
    assertThat(calendar.get("within").asText()).isEqualTo("office");
    assertThat(calendar.get("time_periods").findValuesAsText("beginTime"))
        .contains("09:00:00", "11:00:00")
        .doesNotContain("13:00:00", "14:00:00", "16:00:00");
    assertThat(draft.known().at("/approval/staff/0/calendar").asText())
        .isEqualTo(calendar.get("id").asText());
  }

  @Test
  void findsForHowLongWorkLies() {
    ObjectNode truth =
        scenario(
            STAFF.replace("2", "20")
                + ", 'delays': {'task': {'distribution': 'exponential', 'mean': 'PT2H'}}");
    Draft draft = estimate(truth, Simulated.of(truth, ONE_TASK, 3));
    JsonNode lying = draft.known().at("/approval/delays/task");
    assertThat(lying.get("distribution").asText()).isIn("exponential", "gamma");
    assertThat(minutes(lying.get("mean"))).isCloseTo(120, within(12.0));
    assertThat(minutes(draft.known().at("/approval/durations/task/mean")))
        .isCloseTo(40, within(3.0));
  }

  @Test
  void findsTheBusyHoursOfTheWeek() {
    ObjectNode truth =
        scenario(
            STAFF.replace("2", "20")
                + ", 'arrivalProfile': {'MONDAY': {'9': 4, '10': 4, '11': 4},"
                + " 'FRIDAY': {'13': 0.1, '14': 0.1, '15': 0.1, '16': 0.1, '17': 0.1}}");
    ((ObjectNode) truth.get("approval")).put("cases", 3000);
    Draft draft = estimate(truth, Simulated.of(truth, ONE_TASK, 3));
    JsonNode profile = draft.known().at("/approval/arrivalProfile");
    double usual = profile.at("/WEDNESDAY/10").asDouble();
    assertThat(profile.at("/MONDAY/10").asDouble() / usual).isBetween(2.6, 5.0);
    assertThat(profile.at("/FRIDAY/15").asDouble() / usual).isBetween(0.0, 0.4);
    // the hall opens on some Sundays that are working days by decree, but never at night
    assertThat(profile.at("/MONDAY").has("3")).isFalse();
  }

  @Test
  void whatIsTooRareStaysAnAssumptionAndSaysSo() {
    ObjectNode truth = scenario(STAFF);
    Past past = Simulated.of(truth, ONE_TASK, 3);
    Past few = new Past(past.to(), past.cases(), past.steps().subList(0, 9), List.of(), Map.of());
    Draft draft = estimate(truth, few);
    assertThat(draft.known().at("/approval/durations").isMissingNode()).isTrue();
    assertThat(draft.known().at("/approval/staff")).isEqualTo(truth.at("/approval/staff"));
    assertThat(draft.figures())
        .filteredOn(one -> one.place().equals("approval.durations.task"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.isFromHistory()).isFalse();
              assertThat(one.text()).contains("只有 9 次", "少于 10 次");
            });
    assertThat(draft.figures())
        .filteredOn(one -> one.place().equals("approval.staff"))
        .allMatch(one -> !one.isFromHistory());
  }

  @Test
  void sharesOfDecisionsComeWithTheirIntervals() {
    ObjectNode truth = scenario(STAFF);
    Past past = Simulated.of(truth, ONE_TASK, 3);
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      values.add(new Value("c" + i, "task", "decision", i < 30 ? "yes" : "no", past.to()));
    }
    Draft draft =
        estimate(
            truth, new Past(past.to(), past.cases(), past.steps(), values, past.completions()));
    assertThat(draft.known().at("/approval/outcomes/task/decision/yes").asDouble()).isEqualTo(0.75);
    // Wilson's interval of 30 of 40
    assertThat(draft.figures())
        .filteredOn(one -> one.place().endsWith("task.decision"))
        .singleElement()
        .satisfies(one -> assertThat(one.text()).contains("yes 75.0%（95% 区间 59.8% 至 85.8%）"));
  }

  @Test
  void aTaskIsNotWorkedOnBeforeItsPersonHasDoneTheLast() {
    Instant nine = Instant.parse("2026-03-02T01:00:00Z");
    Step first = step("a", nine, nine, nine.plusSeconds(1800));
    // claimed with the first, done after it
    Step second = step("b", nine, nine, nine.plusSeconds(3000));
    // nobody claimed it
    Step third = step("c", nine, null, nine.plusSeconds(3600));
    Past past =
        new Past(
            nine.plusSeconds(7200),
            List.of(),
            List.of(first, second, third),
            List.of(),
            Map.of(
                "p", new TreeSet<>(List.of(first.endedAt(), second.endedAt(), third.endedAt()))));
    assertThat(new Handling(past).all())
        .extracting(one -> (one.to() - one.from()) / 1000)
        .containsExactly(1800L, 1200L, 600L);
    assertThat(new Handling(past).all()).allMatch(one -> one.lay() == 0);
  }

  private static Step step(String no, Instant started, Instant taken, Instant ended) {
    return new Step(no, "task", "desk", "p", false, started, taken, ended, true);
  }
}
