package io.onewindow.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.result.Findings;
import io.onewindow.simulation.scenario.Assumptions;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("company-registration in the laboratory")
class CompanyRegistrationLaboratoryTest {

  private static Laboratory.Outcome run(String approval) {
    ObjectNode given =
        Models.json(
            "{'approval': {'cases': 400, 'warmUpCases': 40, 'replications': 6 %s}}"
                .formatted(approval));
    return new Laboratory(Models.SOURCE)
        .prepare(
            Assumptions.fill(given, "company-registration").tree(),
            ProgramReader.parse(
                Models.SOURCE.process("company-registration").get(), "company-registration"))
        .run(Laboratory.Watch.quiet(2));
  }

  @Test
  void keepsTheJurisdictionsOwnPromises() {
    assertThat(run("").before().promises()).containsKey("case");
    assertThat(run("").before().promises().get("case")).startsWith("NY21-");
    assertThat(run(", 'jurisdiction': 'liaocheng'").before().promises())
        .containsEntry("case", "LC22-005");
    // the county's own plan gives no number: the city's promise is inherited
    assertThat(run(", 'jurisdiction': 'shenxian'").before().promises())
        .containsEntry("case", "LC22-005");
  }

  @Test
  void holdsItsInvariantsAndDropsNoCase() {
    Findings found = run(", 'horizon': 'P20D'").before();
    assertThat(found.brokenInvariants()).isEmpty();
    double ended = found.estimate("case.ended").mean();
    double open = found.estimate("case.open").mean();
    assertThat(ended + open).isEqualTo(found.estimate("case.arrived").mean());
    assertThat(open).isPositive();
  }

  @Test
  void spendsEveryMinuteOfACaseOnce() {
    Findings found = run("").before();
    double sum =
        StreamSupport.stream(found.names().spliterator(), false)
            .filter(name -> name.startsWith("case.spent."))
            .mapToDouble(name -> found.estimate(name).mean())
            .sum();
    double cycle = found.estimate("case.cycleTime.mean").mean();
    assertThat(sum).isBetween(cycle - 0.001, cycle + 0.001);
  }

  @Test
  void anotherPlansLimitBreaksMorePromises() {
    Laboratory.Outcome outcome =
        run(", 'edits': [{'edit': 'useJurisdiction', 'jurisdiction': 'liaocheng'}]");
    var kept = outcome.before().differences(outcome.after()).get("promise.case.keptShare");
    assertThat(kept.high()).isNegative();
  }

  @Test
  void aLongerLimitKeepsMoreAndRaisesFewerLights() {
    Laboratory.Outcome outcome =
        run(", 'edits': [{'edit': 'setLimit', 'step': 'case', 'limit': '3 WORKING_DAY'}]");
    var differences = outcome.before().differences(outcome.after());
    assertThat(differences.get("promise.case.keptShare").low()).isPositive();
    assertThat(differences.get("promise.case.redPerWeek").high()).isNegative();
  }

  @Test
  void fewerReturnsMeanFewerReturnedCases() {
    Laboratory.Outcome outcome = run(", 'edits': [{'edit': 'setReturnRate', 'rate': 0.4}]");
    assertThat(outcome.before().estimate("case.returnedShare").mean()).isBetween(0.11, 0.19);
    assertThat(outcome.after().estimate("case.returnedShare").mean()).isBetween(0.35, 0.45);
  }

  @Test
  void aSpecialProcedureStopsTheClockAndIsNotTheOfficesTime() {
    String pauses =
        ", 'pauses': [{'task': 'userTask_reviewRegistration', 'share': 1, 'length': 'P5D'}]";
    Findings paused = run(pauses).before();
    Findings plain = run("").before();
    assertThat(paused.estimate("case.spent.procedure").mean()).isGreaterThan(10_000);
    assertThat(plain.estimate("case.spent.procedure").mean()).isZero();
    // five days' procedure within a limit of hours: only a clock that stands still is kept
    assertThat(paused.estimate("promise.case.keptShare").mean())
        .isGreaterThan(plain.estimate("promise.case.keptShare").mean() - 0.1);
  }

  @Test
  void saysHowManyPeopleKeepThePromise() {
    Laboratory.Outcome outcome =
        run(
            ", 'replications': 3, 'staffNeeded': {'target': 0.97, 'step': 'case', 'most': 8}"
                .replace("'replications': 3, ", ""));
    StaffSearch.Answer answer = outcome.staff();
    assertThat(answer.isReached()).isTrue();
    assertThat(answer.attempts().get(0).added()).isEmpty();
    var last = answer.attempts().get(answer.attempts().size() - 1);
    assertThat(last.keptShare().mean()).isGreaterThanOrEqualTo(0.97);
    assertThat(last.added().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(answer.attempts().size() - 1);
  }
}
