package io.onewindow.simulation.kernel;

import java.util.Arrays;

/**
 * Many lengths of time in a few numbers: sum, extremes and quantiles. A quantile is at most 0.4 %
 * off, by buckets of which 128 make a doubling.
 */
public final class Sketch {

  private static final int SHIFT = 52 - 7;

  private int[] buckets = new int[0];
  private int first;
  private long count;
  private double sum;
  private double squares;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;
  private long noughts;

  /**
   * @param value not negative
   */
  public void add(double value) {
    count++;
    sum += value;
    squares += value * value;
    least = Math.min(least, value);
    most = Math.max(most, value);
    if (value < 1) {
      noughts++;
    } else {
      int bucket = (int) (Double.doubleToRawLongBits(value) >>> SHIFT);
      makeRoom(bucket, bucket);
      buckets[bucket - first]++;
    }
  }

  public void addAll(Sketch other) {
    count += other.count;
    sum += other.sum;
    squares += other.squares;
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
    noughts += other.noughts;
    if (other.buckets.length > 0) {
      makeRoom(other.first, other.first + other.buckets.length - 1);
      for (int i = 0; i < other.buckets.length; i++) {
        buckets[other.first - first + i] += other.buckets[i];
      }
    }
  }

  private void makeRoom(int from, int to) {
    if (buckets.length == 0) {
      first = from;
      buckets = new int[to - from + 1];
    } else if (from < first || to >= first + buckets.length) {
      int begin = Math.min(first, from);
      int end = Math.max(first + buckets.length, to + 1);
      int[] wider = new int[end - begin];
      System.arraycopy(buckets, 0, wider, first - begin, buckets.length);
      buckets = wider;
      first = begin;
    }
  }

  public long count() {
    return count;
  }

  /** NaN when empty, as all other figures are. */
  public double mean() {
    return sum / count;
  }

  public double deviation() {
    double mean = mean();
    return Math.sqrt(Math.max(0, squares / count - mean * mean));
  }

  public double least() {
    return count == 0 ? Double.NaN : least;
  }

  public double most() {
    return count == 0 ? Double.NaN : most;
  }

  /** The value that the share {@code p} does not exceed. */
  public double quantile(double p) {
    if (count == 0) {
      return Double.NaN;
    }
    long rank = Math.max(1, (long) Math.ceil(p * count));
    long passed = noughts;
    if (rank <= passed) {
      return Math.max(0, least);
    }
    for (int i = 0; i < buckets.length; i++) {
      passed += buckets[i];
      if (rank <= passed) {
        return Math.min(most, Math.max(least, (edge(i) + edge(i + 1)) / 2));
      }
    }
    return most;
  }

  /** The share of values that do not exceed this one. */
  public double shareUpTo(double value) {
    if (count == 0) {
      return Double.NaN;
    }
    double passed = value < 0 ? 0 : noughts;
    for (int i = 0; i < buckets.length && edge(i) <= value; i++) {
      double part = Math.min(1, (value - edge(i)) / (edge(i + 1) - edge(i)));
      passed += buckets[i] * part;
    }
    return passed / count;
  }

  private double edge(int place) {
    return Double.longBitsToDouble((long) (first + place) << SHIFT);
  }

  @Override
  public String toString() {
    return count + " values, mean " + mean() + ", buckets " + Arrays.stream(buckets).sum();
  }
}
