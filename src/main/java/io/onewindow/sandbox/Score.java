package io.onewindow.sandbox;

import java.util.List;

/**
 * What a drill earned.
 *
 * @param points altogether
 * @param of what was to be earned
 * @param goals in the order they are shown
 */
record Score(int points, int of, List<Goal> goals) {

  /**
   * One goal of the exercise.
   *
   * @param name in Chinese
   * @param rule how its points are counted, in Chinese
   */
  record Goal(String name, String rule, int points, int of, List<Line> lines) {}

  /**
   * One thing that counted.
   *
   * @param receiptNo of which case
   * @param good whether it was as it should be
   * @param text in Chinese
   * @param clause it rests on
   */
  record Line(String receiptNo, boolean good, String text, String clause) {}

  static Score of(List<Goal> goals) {
    return new Score(
        goals.stream().mapToInt(Goal::points).sum(),
        goals.stream().mapToInt(Goal::of).sum(),
        goals);
  }
}
