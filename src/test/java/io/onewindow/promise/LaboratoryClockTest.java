package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.story.StoryTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The laboratory's clock and production's must be one: for every row of the tables. */
@StoryTest
@DisplayName("the laboratory's clock")
class LaboratoryClockTest {

  @Autowired PromisedLimits limits;
  @Autowired DecisionService decisions;
  @Autowired Departments departments;
  @Autowired HallCalendars calendars;
  @Autowired PromiseSettings settings;

  @Test
  void givesEveryStepTheInstantsThatProductionGives() {
    int compared = 0;
    for (Jurisdiction place : departments.jurisdictions()) {
      WorkCalendar calendar = calendars.of(place.id());
      Duration allowance = Duration.ofMinutes(settings.allowance().value());
      LaboratoryClock laboratory =
          new LaboratoryClock(this::answer, place, calendar, Map.of(), allowance);
      ClockRules rules = new ClockRules(calendar, allowance);
      Set<String> matters = new TreeSet<>();
      limits.list(place.id(), null).forEach(l -> matters.add(l.service() + " " + l.step()));
      for (String matter : matters) {
        String service = matter.split(" ")[0];
        String step = matter.split(" ")[1];
        for (String category : new String[] {null, "general", "complex"}) {
          Instant start = Instant.parse("2026-04-30T06:17:21.123Z");
          Optional<Limit> limit = limits.find(service, step, category, place.id());
          Optional<InternalLimit> internal = limits.internal(service, step, place.id());
          Optional<StepClock> ours = laboratory.start(service, step, category, start, null);
          if (ours.isEmpty()) {
            continue;
          }
          ClockRules.Plan plan = rules.plan(start, limit, internal, Optional.empty());
          assertThat(ours.get().dueAt()).as(matter).isEqualTo(plan.dueAt());
          assertThat(ours.get().warningAt()).as(matter).isEqualTo(plan.warningAt());
          assertThat(ours.get().effectiveFrom()).as(matter).isEqualTo(plan.effectiveFrom());
          assertThat(ours.get().basis()).as(matter).isEqualTo(plan.basis());
          assertThat(laboratory.reminder(ours.get())).isBeforeOrEqualTo(plan.warningAt());
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  private List<Map<String, Object>> answer(String table, Map<String, Object> question) {
    return decisions
        .evaluateDecisionTableByKey(table)
        .variables(question)
        .evaluate()
        .getResultList();
  }
}
