package io.onewindow.demo;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/**
 * What acts cost the acting thread. What a play does between them, as to invent a form, is left
 * out.
 */
final class Effort {

  /** Acts between rests: short, so that a machine that grows slower does so for both sides. */
  static final int STRETCH = 50;

  private static final double NANOS = 1e9;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final CountedStatements counted;
  private long wall;
  private long cpu;
  private int sinceRest;
  private Runnable rest = () -> {};

  /**
   * @param counted null where nothing is counted
   */
  Effort(CountedStatements counted) {
    this.counted = counted;
    count(false);
  }

  /** One act; acts do not hold others. */
  <T> T of(Supplier<T> act) {
    count(true);
    long cpuBefore = threads.getCurrentThreadCpuTime();
    long before = System.nanoTime();
    try {
      return act.get();
    } finally {
      wall += System.nanoTime() - before;
      cpu += threads.getCurrentThreadCpuTime() - cpuBefore;
      count(false);
      if (++sinceRest == STRETCH) {
        sinceRest = 0;
        rest.run();
      }
    }
  }

  /**
   * @param what somebody else does after so many acts of this side
   */
  void rest(Runnable what) {
    rest = what;
  }

  void of(Runnable act) {
    of(
        () -> {
          act.run();
          return null;
        });
  }

  private void count(boolean isAct) {
    if (counted != null) {
      counted.count(isAct);
    }
  }

  double seconds() {
    return wall / NANOS;
  }

  double cpuSeconds() {
    return cpu / NANOS;
  }
}
