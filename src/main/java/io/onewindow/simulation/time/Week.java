package io.onewindow.simulation.time;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Duty that repeats every week, without holidays, in the time of Asia/Shanghai. */
public final class Week implements WorkingTime {

  /** One stretch of a day; {@code until} midnight is the end of that day. */
  public record Period(DayOfWeek day, LocalTime from, LocalTime until) {}

  private static final long DAY = 24L * 3_600_000;
  private static final long LENGTH = 7 * DAY;

  /** From Monday 00:00 in Shanghai to the epoch, which was a Thursday. */
  private static final long EPOCH_IN_WEEK = 3 * DAY + 8 * 3_600_000;

  private final long[] opens;
  private final long[] closes;
  private final long duty;

  private Week(List<long[]> sessions) {
    opens = sessions.stream().mapToLong(one -> one[0]).toArray();
    closes = sessions.stream().mapToLong(one -> one[1]).toArray();
    long sum = 0;
    for (int i = 0; i < opens.length; i++) {
      sum += closes[i] - opens[i];
    }
    duty = sum;
  }

  /**
   * @param periods at least one, in any order; what overlaps counts once
   */
  public static WorkingTime of(List<Period> periods) {
    List<long[]> sorted = new ArrayList<>(periods.stream().map(Week::span).toList());
    sorted.sort((a, b) -> Long.compare(a[0], b[0]));
    List<long[]> merged = new ArrayList<>();
    for (long[] next : sorted) {
      long[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && next[0] <= last[1]) {
        last[1] = Math.max(last[1], next[1]);
      } else {
        merged.add(next);
      }
    }
    boolean wholeWeek = merged.size() == 1 && merged.get(0)[1] - merged.get(0)[0] == LENGTH;
    return wholeWeek ? ALWAYS : new Week(merged);
  }

  private static long[] span(Period period) {
    long day = (period.day().getValue() - 1) * DAY;
    long until = millis(period.until());
    return new long[] {day + millis(period.from()), day + (until == 0 ? DAY : until)};
  }

  /** Prosimos writes the end of a day as 23:59:59 or with fractions; that second belongs to it. */
  private static long millis(LocalTime time) {
    long nanos = time.toNanoOfDay();
    return nanos >= (DAY - 1000) * 1_000_000 ? DAY : nanos / 1_000_000;
  }

  @Override
  public long next(long instant) {
    long week = Math.floorDiv(instant + EPOCH_IN_WEEK, LENGTH);
    long at = instant + EPOCH_IN_WEEK - week * LENGTH;
    for (int i = 0; i < opens.length; i++) {
      if (at < closes[i]) {
        return instant + Math.max(0, opens[i] - at);
      }
    }
    return instant - at + LENGTH + opens[0];
  }

  @Override
  public long plus(long instant, long length) {
    if (length == 0) {
      return instant;
    }
    long whole = (length - 1) / duty;
    long rest = length - whole * duty;
    long at = instant + whole * LENGTH;
    while (true) {
      at = next(at);
      long room = closing(at) - at;
      if (rest <= room) {
        return at + rest;
      }
      rest -= room;
      at += room;
    }
  }

  private long closing(long onDuty) {
    long at = Math.floorMod(onDuty + EPOCH_IN_WEEK, LENGTH);
    for (int i = 0; i < opens.length; i++) {
      if (at < closes[i]) {
        return onDuty + closes[i] - at;
      }
    }
    throw new IllegalArgumentException("not on duty at " + onDuty);
  }

  @Override
  public long between(long from, long to) {
    return position(to) - position(from);
  }

  private long position(long instant) {
    long week = Math.floorDiv(instant + EPOCH_IN_WEEK, LENGTH);
    long at = instant + EPOCH_IN_WEEK - week * LENGTH;
    long passed = week * duty;
    for (int i = 0; i < opens.length && opens[i] < at; i++) {
      passed += Math.min(at, closes[i]) - opens[i];
    }
    return passed;
  }
}
