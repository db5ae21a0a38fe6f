package io.onewindow.laboratory.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.onewindow.simulation.random.Draws;
import io.onewindow.simulation.random.Purpose;
import io.onewindow.simulation.random.Shape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The nearest shape is found, and where none is near the observations stand for themselves. */
class FitTest {

  private static final double MINUTE = 60_000;

  private static double[] drawn(Shape shape, int count) {
    Draws draws = new Draws(5, 0);
    return IntStream.range(0, count)
        .mapToDouble(i -> shape.sample(draws.key(i, 1, 0, Purpose.DURATION)))
        .sorted()
        .toArray();
  }

  @Test
  void tellsTheShapesApart() {
    assertThat(Fit.of(drawn(Shape.lognormal(20 * MINUTE, 20 * MINUTE), 1000)).name())
        .isEqualTo("lognormal");
    assertThat(Fit.of(drawn(Shape.uniform(10 * MINUTE, 20 * MINUTE), 1000)).name())
        .isEqualTo("uniform");
    assertThat(Fit.of(drawn(Shape.exponential(20 * MINUTE), 1000)).name())
        .isIn("exponential", "gamma");
    assertThat(Fit.of(new double[] {MINUTE, MINUTE, MINUTE}).name()).isEqualTo("fixed");
  }

  @Test
  void twoKindsOfCasesStayTwoKinds() {
    double[] both =
        IntStream.range(0, 200).mapToDouble(i -> (i < 100 ? 5 : 240) * MINUTE).toArray();
    Fit fit = Fit.of(both);
    assertThat(fit.name()).isEqualTo("empirical");
    assertThat(fit.json().get("values")).hasSize(200);
    assertThat(fit.json().at("/values/0").asText()).isEqualTo("PT5M");
    assertThat(fit.json().at("/values/199").asText()).isEqualTo("PT4H");
  }

  @Test
  void distanceIsHowFarTimesMustBeMoved() {
    assertThat(Fit.distance(new double[] {1, 2, 3}, new double[] {1, 2, 3})).isZero();
    assertThat(Fit.distance(new double[] {1, 2, 3}, new double[] {3, 4, 5}))
        .isCloseTo(2, within(1e-9));
    assertThat(Fit.distance(new double[] {0, 0, 0, 4}, new double[] {0}))
        .isCloseTo(1, within(1e-9));
  }
}
