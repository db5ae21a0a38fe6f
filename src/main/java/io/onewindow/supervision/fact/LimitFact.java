package io.onewindow.supervision.fact;

import io.onewindow.promise.Basis;
import java.time.Instant;

/**
 * The limit that a piece of work had, and what became of it.
 *
 * @param promiseId null where no plan promises a number
 * @param dueAt as it stands now: re-dated, extended and moved by pauses
 * @param pausedAt since when it stands still; null while it runs
 * @param outcome null while it is undecided
 * @param decidedAt when it was kept, or when it passed; null while it is undecided
 */
public record LimitFact(
    String clockId,
    Basis basis,
    String promiseId,
    Instant dueAt,
    Instant pausedAt,
    Outcome outcome,
    Instant decidedAt) {

  /**
   * @param end when the work ended; null while it is open
   * @param counts whether an end within the limit counts as keeping it
   */
  static LimitFact decided(
      String clockId,
      Basis basis,
      String promiseId,
      Instant dueAt,
      Instant pausedAt,
      Instant end,
      boolean counts) {
    if (end == null) {
      return new LimitFact(clockId, basis, promiseId, dueAt, pausedAt, null, null);
    }
    // a clock that stands still when the work ends had counted until then only
    Instant counted = pausedAt == null ? end : pausedAt;
    boolean late = counted.isAfter(dueAt);
    Outcome outcome = late ? Outcome.BROKEN : counts ? Outcome.KEPT : Outcome.VOID;
    return new LimitFact(clockId, basis, promiseId, dueAt, pausedAt, outcome, late ? dueAt : end);
  }
}
