package io.onewindow.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, never empty.
 *
 * @param from first instant inside
 * @param to first instant outside again
 */
public record Interval(Instant from, Instant to) {

  public Interval {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("时段应先始后止：" + from + " 至 " + to);
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
