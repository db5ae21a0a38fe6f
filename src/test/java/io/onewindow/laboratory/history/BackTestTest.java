package io.onewindow.laboratory.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.laboratory.history.Past.Arrived;
import io.onewindow.simulation.Models;
import io.onewindow.simulation.scenario.Assumptions;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What goes on as before is foretold; what has changed is not, and the light says so. */
class BackTestTest {

  private static final String SERVICE = "company-registration";

  private static ObjectNode scenario(int cases, String start, String more) {
    return Models.json(
        "{'arrival_time_distribution': {'distribution': 'exponential', 'mean': 'PT25M'},"
            + " 'approval': {'jurisdiction': 'ningyang', 'cases': "
            + cases
            + ", 'warmUpCases': 0, 'start': '"
            + start
            + "T09:00:00+08:00'"
            + more
            + "}}");
  }

  private static Verdict test(Past past) {
    ObjectNode assumed =
        Assumptions.fill(Models.json("{'approval': {'jurisdiction': 'ningyang'}}"), SERVICE).tree();
    Estimation estimation =
        new Estimation(Simulated.SETTINGS, Simulated.names(Simulated.program(SERVICE)), assumed);
    return new BackTest(SERVICE, Models.SOURCE, estimation).of(past);
  }

  @Test
  void passesOnItsOwnKind() {
    Past whole = Simulated.ofService(SERVICE, scenario(500, "2026-03-02", ""));
    Verdict verdict = test(whole.asOf(whole.cases().get(480).receivedAt()));
    assertThat(verdict.light()).as(verdict.toString()).isEqualTo(Light.GREEN);
    assertThat(verdict.before()).isEqualTo(384);
    assertThat(verdict.after()).isEqualTo(96);
    assertThat(verdict.sentence()).contains("前 384 件", "绿灯", "可以用来比较");
    assertThat(verdict.findings()).hasSize(2);
  }

  @Test
  void isRedWhenWorkHasBecomeSlower() {
    Past before = Simulated.ofService(SERVICE, scenario(400, "2026-03-02", ""));
    String next = day(before.cases().get(399));
    Past whole =
        Simulated.ofService(
            SERVICE,
            scenario(400, "2026-03-02", ""),
            scenario(
                100,
                next,
                ", 'durations': {'userTask_checkMaterials':"
                    + " {'distribution': 'exponential', 'mean': 'PT3H'}}"));
    Verdict verdict = test(whole);
    assertThat(verdict.light()).as(verdict.toString()).isEqualTo(Light.RED);
    assertThat(verdict.sentence()).contains("红灯", "不能用来比较");
    assertThat(verdict.findings())
        .anyMatch(one -> one.light() == Light.RED && one.text().startsWith("办件时间"));
  }

  @Test
  void isNotGreenWhenFarMoreCome() {
    Past before = Simulated.ofService(SERVICE, scenario(400, "2026-03-02", ""));
    String next = day(before.cases().get(399));
    ObjectNode crowd = scenario(400, next, "");
    crowd.withObject("/arrival_time_distribution").put("mean", "PT8M");
    Past whole = Simulated.ofService(SERVICE, scenario(400, "2026-03-02", ""), crowd);
    Past seen = whole.asOf(whole.cases().get(600).receivedAt());
    Verdict verdict = test(seen);
    assertThat(verdict.findings())
        .anyMatch(one -> one.light() != Light.GREEN && one.text().startsWith("来件"));
  }

  @Test
  void knowsNothingOfWhatHappenedLater() {
    Past whole = Simulated.ofService(SERVICE, scenario(60, "2026-03-02", ""));
    Instant cut = whole.cases().get(30).receivedAt();
    Past before = whole.asOf(cut);
    assertThat(before.cases()).hasSize(30);
    assertThat(before.cases()).anyMatch(Arrived::isOpen);
    assertThat(before.cases())
        .allMatch(one -> one.endedAt() == null || !one.endedAt().isAfter(cut));
    assertThat(before.steps())
        .isNotEmpty()
        .allMatch(one -> one.startedAt().isBefore(cut))
        .allMatch(one -> one.endedAt() == null || !one.endedAt().isAfter(cut))
        .allMatch(one -> one.takenAt() == null || !one.takenAt().isAfter(cut));
  }

  private static String day(Arrived last) {
    return last.receivedAt().atZone(WorkCalendar.ZONE).toLocalDate().toString();
  }
}
