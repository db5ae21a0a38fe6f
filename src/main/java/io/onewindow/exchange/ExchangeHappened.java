package io.onewindow.exchange;

import io.onewindow.casefile.CaseRecord;
import java.time.Instant;

/**
 * Something happened between a case and a department's system. Published in the transaction that
 * does it.
 *
 * @param by the system, or null when this one acted
 * @param detail in Chinese, without personal data
 */
public record ExchangeHappened(Kind kind, CaseRecord file, String by, String detail, Instant at) {

  /** What can happen. */
  public enum Kind {
    /** It reached the department's system. */
    DELIVERED,
    /** A first try failed; further ones follow by themselves. */
    UNREACHABLE,
    /** People had done it before it could be sent. */
    OVERTAKEN,
    /** The system confirmed that it has it. */
    CONFIRMED,
    /** The system did it, and the case went on. */
    ANSWERED,
    /** The system cannot do it. */
    DECLINED,
    /** An answer to what was done already; nothing changed. */
    ANSWERED_LATE
  }
}
