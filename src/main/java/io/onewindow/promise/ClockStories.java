package io.onewindow.promise;

import io.onewindow.calendar.CountedDay;
import io.onewindow.calendar.Deadline;
import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.People;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells of any recorded clock, running or ended, why it is due when it is. */
@Component
public class ClockStories {

  private final ClockStore clocks;
  private final ClockJournal journal;
  private final HallCalendars calendars;
  private final Ledger ledger;
  private final Departments departments;
  private final People people;

  ClockStories(
      ClockStore clocks,
      ClockJournal journal,
      HallCalendars calendars,
      Ledger ledger,
      Departments departments,
      People people) {
    this.clocks = clocks;
    this.journal = journal;
    this.calendars = calendars;
    this.ledger = ledger;
    this.departments = departments;
    this.people = people;
  }

  /** For those who work in the hall. */
  public ClockStory of(StepClock clock) {
    return of(clock, true);
  }

  /** For the applicant, who is not told which officer did what. */
  public ClockStory forApplicant(StepClock clock) {
    return of(clock, false);
  }

  private ClockStory of(StepClock clock, boolean withNames) {
    StepClock told = clock.basis() == Basis.CASE ? wholeCase(clock) : clock;
    WorkCalendar calendar = calendars.of(told.jurisdiction());
    Deadline planned = calendar.deadline(told.startedAt(), new Term(told.value(), told.unit()));
    Statute statute = ledger.statute(told.statuteId());
    return new ClockStory(
        basis(clock, told),
        clock.basis() == Basis.CASE,
        limit(told),
        told.promiseId() == null ? null : cited(ledger.promise(told.promiseId()), told),
        statute == null ? null : statute.citation(),
        local(told.startedAt()),
        local(told.effectiveFrom()),
        local(told.dueAt()),
        local(told.statutoryDueAt()),
        told.provisional(),
        told.isStatutoryProvisional(),
        days(calendar, clock, told, planned, withNames),
        planned.sources());
  }

  private static String limit(StepClock clock) {
    String words = new Term(clock.value(), clock.unit()).chinese();
    return clock.extendedBy() != null && clock.basis() == Basis.STATUTORY
        ? words + "，延期 " + clock.extendedBy() + " 个工作日"
        : words;
  }

  private static String basis(StepClock clock, StepClock told) {
    return clock.basis() == Basis.CASE
        ? clock.basis().label() + "（" + told.basis().label() + "）"
        : clock.basis().label();
  }

  /** The case's clock that ran when the step began. */
  private StepClock wholeCase(StepClock step) {
    return clocks.all(step.processInstanceId()).stream()
        .filter(StepClock::isWholeCase)
        .filter(clock -> !clock.startedAt().isAfter(step.startedAt()))
        .filter(c -> c.stoppedAt() == null || !c.stoppedAt().isBefore(step.startedAt()))
        .max(Comparator.comparing(StepClock::startedAt))
        .orElseThrow(() -> new IllegalStateException("no case clock for " + step.id()));
  }

  private String cited(Promise promise, StepClock clock) {
    boolean inherited = !promise.jurisdiction().equals(clock.jurisdiction());
    return promise.citation()
        + (inherited ? "（沿用" + departments.jurisdiction(promise.jurisdiction()).name() + "）" : "");
  }

  private List<ClockStory.Day> days(
      WorkCalendar calendar, StepClock clock, StepClock told, Deadline planned, boolean withNames) {
    List<Standstill> stops =
        Standstill.of(told, told.startedAt(), journal.pauses(told.processInstanceId())).stream()
            .filter(stop -> stop.from().isBefore(told.dueAt()))
            .toList();
    Map<LocalDate, List<String>> events =
        new StoryEvents(clock, told, withNames ? people::nameOf : nobody -> null)
            .byDay(journal.of(told.processInstanceId()));
    List<ClockStory.Day> days = new ArrayList<>();
    for (CountedDay day : new StoryDays(calendar, told, planned, stops).tell()) {
      List<String> happened = events.remove(day.date());
      days.add(
          new ClockStory.Day(
              day.date(),
              day.counted(),
              day.why() + allowance(told, day),
              happened == null ? List.of() : happened));
    }
    events.forEach(
        (date, lines) -> days.add(new ClockStory.Day(date, false, outside(stops), lines)));
    days.sort(Comparator.comparing(ClockStory.Day::date));
    return days;
  }

  private static String outside(List<Standstill> stops) {
    boolean stands = stops.stream().anyMatch(stop -> stop.to() == null);
    return stands ? "停表，不计入" : "时限已届满";
  }

  /** What is promised as 即时 has a marked allowance of our own. */
  private static String allowance(StepClock clock, CountedDay day) {
    return clock.unit() == LimitUnit.IMMEDIATE && day.why().contains("即时办结")
        ? "，系统容许办理至 " + StoryEvents.moment(clock.dueAt()) + "（内部默认，非承诺）"
        : "";
  }

  private static OffsetDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }
}
