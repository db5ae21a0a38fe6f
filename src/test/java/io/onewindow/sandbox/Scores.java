package io.onewindow.sandbox;

import java.util.List;

/** What a test asks of a score. */
final class Scores {

  private Scores() {}

  static Score.Goal goal(Score score, String name) {
    return score.goals().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** Everything that was not as it should be. */
  static List<String> bad(Score score) {
    return score.goals().stream()
        .flatMap(goal -> goal.lines().stream())
        .filter(line -> !line.good())
        .map(Score.Line::text)
        .toList();
  }
}
