package io.onewindow.supervision.fact;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many took how long, in whole minutes. Up to 255 minutes every minute is told apart; beyond, a
 * duration is rounded down to its eight leading binary digits, less than 0.8 % of it. Rounding
 * keeps the order, so a percentile read here is the percentile of all durations, rounded in the
 * same way. Histograms of different days add up without loss.
 */
public final class Histogram {

  private static final int DIGITS = 8;
  private static final long MINUTE = 60_000;
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;

  private final TreeMap<Integer, Integer> counts = new TreeMap<>();

  /** Minutes of a duration as they are told apart here. */
  public static int minutes(long millis) {
    int whole = Math.toIntExact(Math.max(0, millis) / MINUTE);
    int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(whole) - DIGITS);
    return whole >>> shift << shift;
  }

  /**
   * @param times how often it is added; negative to take it away
   */
  void add(long millis, int times) {
    merge(minutes(millis), times);
  }

  private void merge(int minutes, int times) {
    counts.merge(minutes, times, (one, other) -> one + other == 0 ? null : one + other);
  }

  void add(Histogram other) {
    other.counts.forEach(this::merge);
  }

  /** Adds what {@link #packed} wrote. */
  public void addPacked(byte[] packed) {
    int value = 0;
    int place = 0;
    while (place < packed.length) {
      int[] step = read(packed, place);
      int[] count = read(packed, step[1]);
      value += step[0];
      place = count[1];
      merge(value, count[0]);
    }
  }

  private static int[] read(byte[] packed, int from) {
    int value = 0;
    int place = from;
    for (int shift = 0; ; shift += 7) {
      int part = packed[place++];
      value |= (part & SEVEN_BITS) << shift;
      if ((part & MORE) == 0) {
        return new int[] {value, place};
      }
    }
  }

  /** Pairs of a step from the minutes before and a count, seven bits a byte, the lowest first. */
  byte[] packed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int before = 0;
    for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
      if (one.getValue() < 0) {
        throw new IllegalStateException("more taken away than there was: " + one);
      }
      write(out, one.getKey() - before);
      write(out, one.getValue());
      before = one.getKey();
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > SEVEN_BITS) {
      out.write(rest & SEVEN_BITS | MORE);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** How many there are. */
  public int count() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The smallest duration in minutes that at least so many percent do not exceed; null when there
   * is none at all.
   */
  public Integer percentile(int percent) {
    long all = count();
    long rank = (all * percent + 99) / 100;
    long seen = 0;
    for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
      seen += one.getValue();
      if (seen >= rank) {
        return one.getKey();
      }
    }
    return null;
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }
}
