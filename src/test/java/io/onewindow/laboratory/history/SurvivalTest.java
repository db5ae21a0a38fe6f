package io.onewindow.laboratory.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.onewindow.laboratory.history.Survival.Length;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths, those that are not over included. */
class SurvivalTest {

  private static final double DAY = 24 * 3_600_000.0;

  @Test
  void agreesWithTheTextbook() {
    // 1, 2+, 3, 4+, 5: survivors 0.8 after 1, 0.8 * 2/3 after 3, none after 5
    double[] sample =
        Survival.of(
                List.of(
                    new Length(1, true),
                    new Length(2, false),
                    new Length(3, true),
                    new Length(4, false),
                    new Length(5, true)))
            .sample();
    assertThat(Arrays.stream(sample).filter(one -> one == 1).count() / (double) sample.length)
        .isCloseTo(0.2, within(1e-9));
    assertThat(Arrays.stream(sample).filter(one -> one == 3).count() / (double) sample.length)
        .isCloseTo(0.8 / 3, within(0.05));
    assertThat(sample).doesNotContain(2, 4);
  }

  /** Half the applicants have not answered yet: to leave them out would halve the delay. */
  @ParameterizedTest
  @CsvSource({"3", "5", "8"})
  void openLengthsDoNotMakeTheMeanTooShort(double watchedDays) {
    Random random = new Random(11);
    List<Length> known = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      double length = -5 * DAY * Math.log(1 - random.nextDouble());
      double watched = watchedDays * DAY * random.nextDouble();
      known.add(new Length(Math.min(length, watched), length <= watched));
    }
    double naive =
        known.stream().filter(Length::isOver).mapToDouble(Length::millis).average().orElseThrow();
    double mean = Arrays.stream(Survival.of(known).sample()).average().orElseThrow();
    assertThat(naive).isLessThan(2.6 * DAY);
    assertThat(mean).isCloseTo(5 * DAY, within(0.6 * DAY));
  }

  @Test
  void withoutOpenOnesTheSampleIsTheObservations() {
    assertThat(
            Survival.of(List.of(new Length(3, true), new Length(1, true), new Length(2, true)))
                .sample())
        .containsExactly(1, 2, 3);
  }
}
