package io.onewindow.promise;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The clock of a whole case or of one step, as recorded.
 *
 * @param processInstanceId process instance of the service it belongs to
 * @param calledInstanceId process instance the element stands in: the same, or that of a shared
 *     part the service calls
 * @param activityId the model element it runs for
 * @param executionId which execution of that element, for an element at work several times
 * @param step key of the limit; one that ends in {@code case} stands for the whole case
 * @param category which kind of case, null if the model makes no difference
 * @param promiseId the promise kept, null where none is made
 * @param statuteId the law's limit, null where there is none
 * @param value number of units counted, null when the case's own clock was taken over
 * @param effectiveFrom when counting began: {@code startedAt}, or the next opening of the office
 * @param warningAt when the light turns amber
 * @param dueAt when it turns red
 * @param statutoryDueAt when the law's limit ends, null where there is none
 * @param provisional whether {@code dueAt} rests on days for which no calendar is published yet
 * @param estimatedFrom the first year without a published calendar that {@code dueAt} or {@code
 *     statutoryDueAt} was counted in; null when all were published
 * @param stoppedAt null while it runs
 * @param pausedAt since when it stands still; null while it runs
 * @param extendedBy units by which the law's limit was extended; null if it was not
 */
public record StepClock(
    String id,
    String processInstanceId,
    String calledInstanceId,
    String activityId,
    String executionId,
    String jurisdiction,
    String service,
    String step,
    String category,
    Basis basis,
    String promiseId,
    String statuteId,
    Integer value,
    LimitUnit unit,
    Instant startedAt,
    Instant effectiveFrom,
    Instant warningAt,
    Instant dueAt,
    Instant statutoryDueAt,
    boolean provisional,
    Integer estimatedFrom,
    Light light,
    Instant stoppedAt,
    Instant pausedAt,
    Integer extendedBy) {

  /** The grid's part of a connection, 电网环节: customer works and permits stand outside it. */
  private static final Set<String> OURS_THAT_PAUSE = Set.of("grid-case", "joint-case");

  private static final int NEVER = Integer.MAX_VALUE;

  /** Whether this is the clock of the whole case. */
  public boolean isWholeCase() {
    return step.endsWith("case");
  }

  boolean isOf(String element, String itsStep) {
    return activityId.equals(element) && step.equals(itsStep);
  }

  /** The light its instants call for. */
  Light lightAt(Instant now) {
    if (!dueAt.isAfter(now)) {
      return Light.RED;
    }
    return warningAt.isAfter(now) ? Light.GREEN : Light.AMBER;
  }

  /**
   * Whether a special procedure stops it. The law takes such time out of the limit for the decision
   * (行政许可法第四十五条), not out of the five days in which the window must answer, nor out of our own
   * times; but of the grid's part alone, whose number may be ours, is everything else left out.
   */
  boolean isPausable() {
    return (basis != Basis.INTERNAL || OURS_THAT_PAUSE.contains(step))
        && !step.equals("acceptance")
        && !step.equals("follow-up");
  }

  /** The same clock as the rules plan it now. */
  StepClock planned(ClockRules.Plan plan, Limit limit) {
    Promise promise = limit == null ? null : limit.promise();
    Statute statute = limit == null ? null : limit.statute();
    return new StepClock(
        id,
        processInstanceId,
        calledInstanceId,
        activityId,
        executionId,
        jurisdiction,
        service,
        step,
        category,
        plan.basis(),
        promise == null ? null : promise.promiseId(),
        statute == null ? null : statute.statuteId(),
        plan.term() == null ? null : plan.term().value(),
        plan.term() == null ? null : plan.term().unit(),
        startedAt,
        plan.effectiveFrom(),
        plan.warningAt(),
        plan.dueAt(),
        plan.statutoryDueAt(),
        plan.provisional(),
        null,
        light,
        stoppedAt,
        pausedAt,
        extendedBy);
  }

  /**
   * The same clock, marked as an estimate where its instants lie in years that this calendar only
   * estimates. A mark it has stays: it goes when the clock is planned anew.
   */
  StepClock marked(WorkCalendar calendar) {
    LocalDate start = date(startedAt);
    OptionalInt due = calendar.firstEstimatedYear(start, date(dueAt));
    OptionalInt any =
        statutoryDueAt == null || due.isPresent()
            ? due
            : calendar.firstEstimatedYear(start, date(statutoryDueAt));
    int first = Math.min(any.orElse(NEVER), estimatedFrom == null ? NEVER : estimatedFrom);
    boolean dueToo = provisional || due.isPresent();
    Integer from = first == NEVER ? null : first;
    return with(warningAt, dueAt, statutoryDueAt, dueToo, from, pausedAt, extendedBy);
  }

  /** Whether {@code statutoryDueAt} rests on days for which no calendar is published yet. */
  public boolean isStatutoryProvisional() {
    return estimatedFrom != null
        && statutoryDueAt != null
        && date(statutoryDueAt).getYear() >= estimatedFrom;
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, WorkCalendar.ZONE);
  }

  /** The same clock with other instants. */
  StepClock dated(Instant newWarning, Instant newDue, Instant newStatutoryDue) {
    return with(
        newWarning, newDue, newStatutoryDue, provisional, estimatedFrom, pausedAt, extendedBy);
  }

  /** The same clock at the instants of its case, whose clock it took over. */
  StepClock following(StepClock wholeCase, WorkCalendar calendar) {
    return dated(wholeCase.warningAt(), wholeCase.dueAt(), statutoryDueAt).marked(calendar);
  }

  /** The same clock standing still since then; running for null. */
  StepClock pausedSince(Instant since) {
    return with(warningAt, dueAt, statutoryDueAt, provisional, estimatedFrom, since, extendedBy);
  }

  /** The same clock with its extension noted. */
  StepClock extendedBy(int units) {
    return with(warningAt, dueAt, statutoryDueAt, provisional, estimatedFrom, pausedAt, units);
  }

  private StepClock with(
      Instant newWarning,
      Instant newDue,
      Instant newStatutoryDue,
      boolean newProvisional,
      Integer newEstimatedFrom,
      Instant newPausedAt,
      Integer newExtension) {
    return new StepClock(
        id,
        processInstanceId,
        calledInstanceId,
        activityId,
        executionId,
        jurisdiction,
        service,
        step,
        category,
        basis,
        promiseId,
        statuteId,
        value,
        unit,
        startedAt,
        effectiveFrom,
        newWarning,
        newDue,
        newStatutoryDue,
        newProvisional,
        newEstimatedFrom,
        light,
        stoppedAt,
        newPausedAt,
        newExtension);
  }
}
