package io.onewindow.supervision;

import java.time.Instant;
import java.util.List;

/**
 * Who took the time of a case, to the millisecond: the shares add up exactly to the time between.
 *
 * @param from receipt of the case
 * @param to when it was closed, or now
 * @param shares by kind and name; a party without time is left out
 */
public record AttributableTime(Instant from, Instant to, List<Share> shares) {

  /** How long one party took. */
  public record Share(Party party, long millis) {}

  /** From receipt to the end, in milliseconds. */
  public long totalMillis() {
    return to.toEpochMilli() - from.toEpochMilli();
  }
}
