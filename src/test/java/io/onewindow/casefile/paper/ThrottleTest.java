package io.onewindow.casefile.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private static final Instant NOON = Instant.parse("2026-09-15T04:00:00Z");

  private final Throttle throttle = new Throttle(60);

  @Test
  void givesEachCallerSoManyTurnsAMinute() {
    for (int i = 0; i < 60; i++) {
      assertThat(throttle.spend("a", 1, NOON)).isTrue();
    }
    assertThat(throttle.spend("a", 1, NOON)).isFalse();
    assertThat(throttle.spend("b", 1, NOON)).isTrue();
    assertThat(throttle.spend("a", 1, NOON.plusSeconds(1))).isTrue();
    assertThat(throttle.spend("a", 1, NOON.plusSeconds(1))).isFalse();
    assertThat(throttle.spend("a", 60, NOON.plusSeconds(61))).isTrue();
  }

  @Test
  void growsWithEveryMillisecondThoughAskedAllTheTime() {
    assertThat(throttle.spend("a", 60, NOON)).isTrue();
    int served = 0;
    for (int millis = 100; millis <= 60_000; millis += 100) {
      served += throttle.spend("a", 1, NOON.plusMillis(millis)) ? 1 : 0;
    }
    assertThat(served).isEqualTo(60);
  }

  @Test
  void takesAClockThatWasSetBackForOneThatStandsStill() {
    assertThat(throttle.spend("a", 60, NOON)).isTrue();
    assertThat(throttle.spend("a", 1, NOON.minusSeconds(3600))).isFalse();
    assertThat(throttle.spend("a", 1, NOON.minusSeconds(3599))).isTrue();
  }

  @Test
  void forgetsOldCallersBeforeItGrowsWithoutBound() {
    throttle.spend("first", 60, NOON);
    for (int i = 0; i < 20_000; i++) {
      throttle.spend("caller " + i, 1, NOON);
    }
    assertThat(throttle.spend("first", 60, NOON)).isTrue();
  }
}
