package io.onewindow.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.laboratory.QueueTheory.Queue;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Against closed forms worked out by hand. */
class QueueTheoryTest {

  @Test
  void oneServerIsTheTextbooksQueue() {
    QueueTheory theory = QueueTheory.of(new Queue(1, 600.0, 480.0, 1000, 30, 1L));
    assertThat(theory.utilisation()).isEqualTo(0.8);
    // W = 1 / (mu - lambda), Lq = rho² / (1 - rho)
    assertThat(theory.stay()).isCloseTo(2400, Percentage.withPercentage(0.001));
    assertThat(theory.waiting()).isCloseTo(1920, Percentage.withPercentage(0.001));
    assertThat(theory.queue()).isCloseTo(3.2, Percentage.withPercentage(0.001));
    assertThat(theory.inSystem()).isCloseTo(4, Percentage.withPercentage(0.001));
  }

  @Test
  void threeServersWaitAsInTheReferenceModel() {
    assertThat(QueueTheory.of(new Queue(3, 600.0, 900.0, 1000, 30, 1L)).waiting())
        .isCloseTo(142.105, Percentage.withPercentage(0.001));
    assertThat(QueueTheory.of(new Queue(3, 600.0, 1200.0, 1000, 30, 1L)).waiting())
        .isCloseTo(533.333, Percentage.withPercentage(0.001));
  }
}
