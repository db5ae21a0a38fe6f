package io.onewindow.faults;

import java.time.Duration;
import java.util.Random;

/** F4: the database is killed in the midst of the work and started again. */
final class KilledPrimary {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 15;

  private final Ground ground;
  private final Random chance;

  KilledPrimary(Ground ground, long seed) {
    this.ground = ground;
    this.chance = new Random(seed);
  }

  boolean again(int times) {
    Site site = ground.site();
    try (Clerks clerks = ground.clerks()) {
      for (int i = 0; i < times; i++) {
        Site.pause(Duration.ofSeconds(SHORTEST + chance.nextInt(LONGEST - SHORTEST)));
        ground.primary().kill();
        Site.pause(Duration.ofSeconds(1 + chance.nextInt(SHORTEST)));
        long begun = System.nanoTime();
        ground.primary().start();
        long up = System.nanoTime();
        Duration written = ground.untilWritten();
        site.say(
            "killed and started in %d ms, the first new case %d ms later"
                .formatted((up - begun) / 1_000_000, written.toMillis()));
      }
      Site.pause(Duration.ofSeconds(SHORTEST));
    }
    return ground.isSound();
  }
}
