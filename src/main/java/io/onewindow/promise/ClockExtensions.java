package io.onewindow.promise;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Extends the law's limit of a case, once, and moves what rests on it. */
@Component
class ClockExtensions {

  private final ClockStore clocks;
  private final ClockJournal journal;
  private final ClockTimers timers;
  private final ClockLights lights;
  private final HallCalendars calendars;
  private final Ledger ledger;
  private final ApplicationEventPublisher happenings;

  ClockExtensions(
      ClockStore clocks,
      ClockJournal journal,
      ClockTimers timers,
      ClockLights lights,
      HallCalendars calendars,
      Ledger ledger,
      ApplicationEventPublisher happenings) {
    this.clocks = clocks;
    this.journal = journal;
    this.timers = timers;
    this.lights = lights;
    this.calendars = calendars;
    this.ledger = ledger;
    this.happenings = happenings;
  }

  /**
   * The statute that lets one of these clocks become longer, that of the whole case before those of
   * its steps; empty when none does.
   */
  Optional<Statute> allowing(List<StepClock> running) {
    return wholeCaseFirst(running).stream()
        .filter(clock -> clock.statutoryDueAt() != null)
        .map(clock -> ledger.statute(clock.statuteId()))
        .filter(statute -> statute != null && statute.extensionValue() != null)
        .findFirst();
  }

  /** Whether the case has been extended before. */
  boolean isUsed(String processInstanceId) {
    return journal.of(processInstanceId).stream()
        .anyMatch(event -> event.kind() == ClockEvent.Kind.EXTENDED);
  }

  /**
   * @param running the clocks of one case that a statute may govern
   * @throws Problem 409 when the law's limit has passed already
   */
  void extend(
      List<StepClock> running, Statute statute, int units, String reason, Instant now, String by) {
    StepClock wholeCase = null;
    Instant ends = null;
    for (StepClock clock : wholeCaseFirst(running)) {
      StepClock longer = longer(clock, wholeCase, statute, units, now);
      if (clock.isWholeCase()) {
        wholeCase = longer;
      }
      if (statute.statuteId().equals(clock.statuteId())) {
        ends = longer.statutoryDueAt();
      }
      if (!longer.equals(clock)) {
        clocks.redate(longer);
        timers.move(longer);
        journal.write(ClockEvent.moved(clock, longer, ClockEvent.Kind.EXTENDED, now, by, reason));
        lights.follow(clock, longer, by, "延期");
      }
    }
    happenings.publishEvent(
        new LimitExtended(
            running.get(0).processInstanceId(),
            statute.citation(),
            statute.extensionBy(),
            units,
            ends,
            reason,
            now,
            by));
  }

  /** The steps that took the case's clock over follow it. */
  private StepClock longer(
      StepClock clock, StepClock wholeCase, Statute statute, int units, Instant now) {
    WorkCalendar calendar = calendars.of(clock.jurisdiction());
    boolean ofCase = clock.basis() == Basis.CASE && wholeCase != null;
    StepClock followed = ofCase ? clock.following(wholeCase, calendar) : clock;
    if (!statute.statuteId().equals(clock.statuteId())) {
      return followed;
    }
    refusePassed(clock, now);
    Extension extension = new Extension(calendar, units);
    return extension.of((clock.basis() == Basis.STATUTORY ? clock : followed).extendedBy(units));
  }

  private static void refusePassed(StepClock clock, Instant now) {
    Instant counted = clock.pausedAt() == null ? now : clock.pausedAt();
    if (!clock.statutoryDueAt().isAfter(counted)) {
      throw Problem.conflict("limit-passed", "法定时限已经届满，不能再延期。");
    }
  }

  private static List<StepClock> wholeCaseFirst(List<StepClock> running) {
    return running.stream()
        .sorted((one, other) -> Boolean.compare(other.isWholeCase(), one.isWholeCase()))
        .toList();
  }
}
