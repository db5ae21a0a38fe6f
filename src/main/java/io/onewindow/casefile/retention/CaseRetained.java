package io.onewindow.casefile.retention;

import io.onewindow.casefile.CaseRecord;
import java.time.Instant;

/**
 * Something was decided on how long a case's personal data is kept. Published in the transaction
 * that does it.
 *
 * @param by user id, null when the time was up
 * @param reason in Chinese
 * @param at instant, to be shown in Asia/Shanghai
 */
public record CaseRetained(Kind kind, CaseRecord file, String by, String reason, Instant at) {

  /** What was decided. */
  public enum Kind {
    /** Kept beyond its time, e.g. for a lawsuit. */
    HELD,
    /** No longer held. */
    RELEASED,
    /** What named persons is gone. */
    CLEARED,
    /** A credit record that was entered in it is gone; the case itself stays as it is. */
    CREDIT_DELETED
  }
}
