package io.onewindow.laboratory.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What is known of a service's cases in one jurisdiction.
 *
 * @param to until when it is known: what had not ended by then is open
 * @param cases by receipt, the earliest first
 * @param steps tasks of these cases
 * @param values what was decided or filled in, in the order in which it was
 * @param completions when each person completed anything, other services' tasks included
 */
record Past(
    Instant to,
    List<Arrived> cases,
    List<Step> steps,
    List<Value> values,
    Map<String, NavigableSet<Instant>> completions) {

  /**
   * A case.
   *
   * @param endedAt of its last path; null while it is open or when it was broken off
   * @param resultAt when the clock of the whole case first stopped; null when it has not, or the
   *     service has none
   * @param isOpen false for one that was broken off, too
   * @param isKept whether its promise was kept; null while nobody knows
   */
  record Arrived(
      String receiptNo,
      Instant receivedAt,
      Instant endedAt,
      Instant resultAt,
      boolean isOpen,
      Boolean isKept) {}

  /**
   * A task.
   *
   * @param department group whose work it is, empty for none
   * @param person who had it last, empty for nobody
   * @param takenAt null when nobody claimed it
   * @param endedAt null while it is open
   * @param isCompleted false for one that is open or was broken off
   */
  record Step(
      String receiptNo,
      String element,
      String department,
      String person,
      boolean forApplicant,
      Instant startedAt,
      Instant takenAt,
      Instant endedAt,
      boolean isCompleted) {}

  /**
   * A variable that got a value.
   *
   * @param element empty for what the application said
   */
  record Value(String receiptNo, String element, String variable, String text, Instant at) {}

  /** When the first case came. */
  Instant from() {
    return cases.get(0).receivedAt();
  }

  /**
   * What was known at an earlier instant, of cases received before it: later ends are open ends.
   */
  Past asOf(Instant cut) {
    return new Past(
        cut,
        cases.stream()
            .filter(one -> one.receivedAt().isBefore(cut))
            .map(one -> asOf(one, cut))
            .toList(),
        steps.stream()
            .filter(one -> one.startedAt().isBefore(cut))
            .map(one -> asOf(one, cut))
            .toList(),
        values.stream().filter(one -> one.at().isBefore(cut)).toList(),
        completions);
  }

  private static Arrived asOf(Arrived one, Instant cut) {
    boolean hasEnded = one.endedAt() != null && !one.endedAt().isAfter(cut);
    boolean hasResult = one.resultAt() != null && !one.resultAt().isAfter(cut);
    return new Arrived(
        one.receiptNo(),
        one.receivedAt(),
        hasEnded ? one.endedAt() : null,
        hasResult ? one.resultAt() : null,
        one.isOpen() || one.endedAt() != null && !hasEnded,
        hasEnded || hasResult ? one.isKept() : null);
  }

  private static Step asOf(Step one, Instant cut) {
    boolean ended = one.endedAt() != null && !one.endedAt().isAfter(cut);
    boolean taken = one.takenAt() != null && !one.takenAt().isAfter(cut);
    return new Step(
        one.receiptNo(),
        one.element(),
        one.department(),
        ended || taken ? one.person() : "",
        one.forApplicant(),
        one.startedAt(),
        taken ? one.takenAt() : null,
        ended ? one.endedAt() : null,
        ended && one.isCompleted());
  }

  /** The person's last completion of anything before an instant; null for none. */
  Instant lastCompletionBefore(String person, Instant instant) {
    return completions.getOrDefault(person, new TreeSet<>()).lower(instant);
  }
}
