package io.onewindow.casefile.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each caller do something so often a minute, and after that only as the minute passes. Knows
 * the callers of late, not all there ever were.
 */
final class Throttle {

  private static final int MOST_CALLERS = 10_000;

  /** What a caller may still spend, in thousandths of a turn, and since when it grows. */
  private record Purse(long left, Instant since) {}

  private final long full;
  private final Map<String, Purse> purses =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Purse> eldest) {
          return size() > MOST_CALLERS;
        }
      };

  Throttle(int turnsPerMinute) {
    this.full = turnsPerMinute * 1000L;
  }

  /**
   * @param turns how much the deed costs
   * @return whether the caller could still afford it
   */
  synchronized boolean spend(String caller, int turns, Instant now) {
    // taken out and put back at the end: the map forgets whom it has not heard of the longest
    Purse before = purses.remove(caller);
    Purse purse = before == null ? new Purse(full, now) : before;
    long millis = Math.max(0, Duration.between(purse.since(), now).toMillis());
    long left = Math.min(full, purse.left() + full * Math.min(millis, 60_000) / 60_000);
    boolean enough = left >= turns * 1000L;
    purses.put(caller, new Purse(enough ? left - turns * 1000L : left, now));
    return enough;
  }
}
