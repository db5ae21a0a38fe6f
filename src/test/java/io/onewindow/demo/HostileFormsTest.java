package io.onewindow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.department.Departments;
import io.onewindow.engine.DueJobs;
import io.onewindow.engine.PlayedTime;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Cases are played, and each form that is met on the way is abused first. The build plays a few;
 * bench/fuzz.md says how to play every service.
 */
@StoryTest
class HostileFormsTest {

  private static final int CASES = Integer.getInteger("onewindow.fuzz.cases", 3);
  private static final int TRIES = Integer.getInteger("onewindow.fuzz.tries", 4);
  private static final Instant FROM = Instant.parse("2026-09-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-09-30T00:00:00Z");

  private final long seed = Long.getLong("onewindow.fuzz.seed", 20_260_915);
  @Autowired private ApplicationContext beans;
  @Autowired private Hall hall;

  @AfterEach
  void leaveNothingBehind() {
    hall.closes();
  }

  @Test
  void isRefusedByTheFieldsNameOrKeptAsItIs() {
    HostileDeeds deeds =
        new HostileDeeds(beans, RandomGeneratorFactory.of("L64X128MixRandom").create(seed), TRIES);
    Player player =
        new Player(
            beans.getBean(Arrivals.class),
            beans.getBean(Scripts.class),
            beans.getBean(Actors.class),
            beans.getBean(Pace.class),
            deeds,
            beans.getBean(DueJobs.class),
            beans.getBean(Observed.class),
            beans.getBean(Departments.class),
            beans.getBean(Clock.class));
    Tally tally = new Tally(FROM);
    beans
        .getBean(PlayedTime.class)
        .play(
            hands ->
                player.play(new Month(FROM, TO), CASES, new Draw(seed), hands, tally, () -> false));
    System.out.printf(
        "%d refused, %d kept, %d forms%n", deeds.refused, deeds.kept, deeds.tried.size());
    assertThat(deeds.wrong).as("seed %d", seed).isEmpty();
    assertThat(tally.refusals()).isEmpty();
    assertThat(deeds.tried.size()).isGreaterThan(Math.min(CASES, 50));
    assertThat(deeds.refused).isGreaterThan(2 * CASES);
    assertThat(deeds.kept).isPositive();
  }
}
