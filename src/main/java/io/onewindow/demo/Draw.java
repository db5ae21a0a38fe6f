package io.onewindow.demo;

import java.util.List;

/**
 * Chance that can be repeated: each draw is a hash of the seed and of what it is for, so that it
 * depends neither on the order of draws nor on what else is drawn.
 */
public record Draw(long seed) {

  private static final double WHOLE = 0x1.0p53;

  /** From 0 to below 1. */
  public double share(Object... purpose) {
    long bits = seed;
    for (Object part : purpose) {
      for (char letter : (part + "|").toCharArray()) {
        bits = mixed(bits ^ letter);
      }
    }
    return (mixed(bits) >>> 11) / WHOLE;
  }

  /** A whole number between the two, both included. */
  public long between(long least, long most, Object... purpose) {
    return least + (long) (share(purpose) * (most - least + 1));
  }

  <T> T oneOf(List<T> choices, Object... purpose) {
    return choices.get((int) between(0, choices.size() - 1L, purpose));
  }

  /** The finisher of SplitMix64. */
  private static long mixed(long bits) {
    long next = bits + 0x9E3779B97F4A7C15L;
    next = (next ^ next >>> 30) * 0xBF58476D1CE4E5B9L;
    next = (next ^ next >>> 27) * 0x94D049BB133111EBL;
    return next ^ next >>> 31;
  }
}
