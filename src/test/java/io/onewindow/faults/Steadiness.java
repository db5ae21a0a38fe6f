package io.onewindow.faults;

import io.onewindow.faults.Figures.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What must hold of a steady load: next to nothing fails, completions are fast, and what the nodes
 * need at its end is what they needed before.
 *
 * @param whole of the whole run, its first minutes included
 * @param warm of the run without them
 * @param thirds of the run without them
 */
record Steadiness(Figures whole, Figures warm, List<Third> thirds) {

  private static final double MOST_FAILURES = 0.001;
  private static final long LONGEST_P95 = 500;
  private static final long LONGEST_P99 = 1500;

  /** By which share the last third may need more than the one before. */
  private static final double NOISE = 0.1;

  /**
   * What was needed in a third of the time.
   *
   * @param live bytes on the heap of each node after a full collection at its end
   * @param pooled connections that each node kept, at most
   * @param sessions connections that the database served, at most
   */
  record Third(List<Long> live, List<Long> pooled, long sessions) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "heap after a full collection %s MB, connections most %s, at the database %d",
          live.stream().map(bytes -> bytes >> 20).toList(),
          pooled,
          sessions);
    }
  }

  /** What does not hold; empty when all does. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    if (whole.failures() > whole.answers() * MOST_FAILURES) {
      broken.add(whole.failures() + " of " + whole.answers() + " answers are failures");
    }
    Times completions = warm.times().get(Deed.Kind.COMPLETE);
    if (completions.count() == 0) {
      broken.add("nothing was completed");
    }
    if (completions.p95() >= LONGEST_P95) {
      broken.add("the 95th percentile of completions is " + completions.p95() + " ms");
    }
    if (completions.p99() >= LONGEST_P99) {
      broken.add("the 99th percentile of completions is " + completions.p99() + " ms");
    }
    Third before = thirds.get(thirds.size() - 2);
    Third last = thirds.get(thirds.size() - 1);
    if (grows(before.live(), last.live())) {
      broken.add("the heap grows");
    }
    if (grows(before.pooled(), last.pooled())
        || grows(List.of(before.sessions()), List.of(last.sessions()))) {
      broken.add("connections become more");
    }
    return broken;
  }

  private static boolean grows(List<Long> before, List<Long> after) {
    return IntStream.range(0, before.size())
        .anyMatch(node -> after.get(node) > before.get(node) * (1 + NOISE));
  }
}
