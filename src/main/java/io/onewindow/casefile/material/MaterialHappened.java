package io.onewindow.casefile.material;

import java.time.Instant;

/**
 * A commitment or a deferral was made, taken back or fulfilled. Published inside the transaction
 * that does it: a listener that fails undoes it.
 *
 * @param material as it stands after it
 * @param by user id, null for the applicant
 */
public record MaterialHappened(Kind kind, Material material, Instant at, String by) {

  /** What can happen. */
  public enum Kind {
    /** Committed to until {@link Material#dueAt()} (告知承诺). */
    COMMITTED,
    /** Deferred until {@link Material#dueAt()} (容缺). */
    DEFERRED,
    /** Commitment or deferral taken back before acceptance: nothing is outstanding any more. */
    REVERTED,
    /** What was committed to or deferred came in. */
    FULFILLED
  }
}
