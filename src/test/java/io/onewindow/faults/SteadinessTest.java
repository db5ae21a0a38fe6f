package io.onewindow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.faults.Figures.Times;
import io.onewindow.faults.Steadiness.Third;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The limits of a steady load are limits: what is beyond one of them is told. */
class SteadinessTest {

  private static final Times FAST = new Times(900, 900, 0, 30, 499, 1499, 9000);
  private static final Third FIRST = third(90, 12, 30);
  private static final Third USUAL = third(150, 20, 42);

  @Test
  void findsNothingInALoadThatIsSteady() {
    assertThat(broken(1, FAST, third(155, 21, 43))).isEmpty();
  }

  @Test
  void findsFailures() {
    assertThat(broken(2, FAST, USUAL)).containsExactly("2 of 1000 answers are failures");
  }

  @Test
  void findsSlowCompletions() {
    assertThat(broken(0, new Times(900, 900, 0, 30, 500, 1500, 9000), USUAL))
        .containsExactly(
            "the 95th percentile of completions is 500 ms",
            "the 99th percentile of completions is 1500 ms");
  }

  @Test
  void findsThatNothingWasCompleted() {
    assertThat(broken(0, new Times(0, 0, 0, 0, 0, 0, 0), USUAL))
        .containsExactly("nothing was completed");
  }

  @Test
  void findsWhatGrows() {
    assertThat(broken(0, FAST, third(170, 20, 42))).containsExactly("the heap grows");
    assertThat(broken(0, FAST, third(150, 23, 42))).containsExactly("connections become more");
    assertThat(broken(0, FAST, third(150, 20, 47))).containsExactly("connections become more");
  }

  private static List<String> broken(long failures, Times completions, Third last) {
    Figures figures = new Figures(Map.of(Deed.Kind.COMPLETE, completions), failures, 0, 1000);
    return new Steadiness(figures, figures, List.of(FIRST, USUAL, last)).broken();
  }

  /** Where only the second node needs more than it did. */
  private static Third third(long megabytes, long pooled, long sessions) {
    return new Third(List.of(140L << 20, megabytes << 20), List.of(20L, pooled), sessions);
  }
}
