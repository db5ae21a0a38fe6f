package io.onewindow.simulation.random;

import java.nio.charset.StandardCharsets;

/**
 * All randomness of one replication. A draw is a hash of what it is for, never the next number of a
 * stream: it does not depend on the order of events, on other draws or on threads, and the same
 * case draws the same numbers in every scenario (common random numbers).
 */
public final class Draws {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private final long base;

  public Draws(long seed, int replication) {
    this.base = mix(mix(seed + GOLDEN) + GOLDEN * (replication + 1L));
  }

  /**
   * @param element hash of the element's name, see {@link #hash}
   * @param occurrence how often the case has come to the element
   */
  public long key(long caseNo, long element, int occurrence, Purpose purpose) {
    long key = mix(base + GOLDEN * (caseNo + 1));
    key = mix(key ^ element);
    return mix(key + GOLDEN * (((long) occurrence << 8) + purpose.ordinal() + 1));
  }

  /** The uniform number of a draw, inside (0, 1). */
  public static double uniform(long key) {
    return ((key >>> 11) + 0.5) * UNIT;
  }

  /** Further uniform numbers of the same draw, for what one number does not suffice for. */
  public static double uniform(long key, int nth) {
    return nth == 0 ? uniform(key) : uniform(mix(key + GOLDEN * nth));
  }

  /** A name's place in the hash; stable across versions and machines. */
  public static long hash(String name) {
    long hash = 0xCBF29CE484222325L;
    for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (one & 0xFF)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
