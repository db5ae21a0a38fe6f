package io.onewindow.supervision.fact;

import io.onewindow.calendar.Interval;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.StaffGroup;
import io.onewindow.promise.Pause;
import io.onewindow.supervision.AttributableTime.Share;
import io.onewindow.supervision.Party;
import io.onewindow.supervision.Party.Kind;
import io.onewindow.supervision.TimeSweep;
import io.onewindow.supervision.Work;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shares out the time of a case among those who had it. What happens begins and ends stretches of
 * its own, so that a case may be shared out up to what happened last, and the rest later.
 */
public final class TimeShares {

  /** Whose tasks only watch over a case: they take none of its time. */
  private static final Set<String> WATCHING = Set.of("supervise-overdue", "supervise-by-hand");

  private final WorkCalendar calendar;
  private final Departments departments;

  public TimeShares(WorkCalendar calendar, Departments departments) {
    this.calendar = calendar;
    this.departments = departments;
  }

  /**
   * @param steps of the case; those that are open are at work until the end
   * @param pauses of the case; one that lasts lasts until the end
   */
  public List<Share> between(
      Instant from, Instant to, Collection<StepFact> steps, Collection<Pause> pauses) {
    List<Interval> stood =
        pauses.stream()
            .map(one -> new Stood(one.pausedAt(), one.resumedAt() == null ? to : one.resumedAt()))
            .filter(one -> one.from().isBefore(one.to()))
            .map(one -> new Interval(one.from(), one.to()))
            .toList();
    return new TimeSweep(calendar.sessions(from, to), stood, works(steps))
        .between(from, to)
        .shares();
  }

  private record Stood(Instant from, Instant to) {}

  private List<Work> works(Collection<StepFact> steps) {
    return steps.stream()
        .filter(one -> one.taskId() != null && !WATCHING.contains(one.processKey()))
        .map(this::work)
        .toList();
  }

  private Work work(StepFact step) {
    String department = departments.name(step.jurisdiction(), step.department());
    Kind kind = StaffGroup.WINDOW.equals(step.department()) ? Kind.WINDOW : Kind.DEPARTMENT;
    Party party = step.forApplicant() ? Party.the(Kind.APPLICANT) : new Party(kind, department);
    return new Work(step.activityId(), department, party, step.startedAt(), step.endedAt());
  }

  /** When something happened last, at or after the beginning. */
  static Instant last(Instant from, Collection<StepFact> steps, Collection<Pause> pauses) {
    Stream<Instant> ofSteps =
        steps.stream().flatMap(one -> Stream.of(one.startedAt(), one.endedAt()));
    Stream<Instant> ofPauses =
        pauses.stream().flatMap(one -> Stream.of(one.pausedAt(), one.resumedAt()));
    return Stream.of(Stream.of(from), ofSteps, ofPauses)
        .flatMap(some -> some)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(from);
  }
}
