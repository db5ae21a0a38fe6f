package io.onewindow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.department.Departments;
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

/** One case of each service is played, and each form that is met on the way is abused first. */
@StoryTest
class HostileForms {

  private static final int CASES = Integer.getInteger("onewindow.fuzz.cases", 12);
  private static final int TRIES = Integer.getInteger("onewindow.fuzz.tries", 4);
  private static final long SEED = Long.getLong("onewindow.fuzz.seed", 20_260_915);
  private static final Instant FROM = Instant.parse("2026-09-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-09-30T00:00:00Z");

  @Autowired private ApplicationContext beans;
  @Autowired private Hall hall;

  @AfterEach
  void leaveNothingBehind() {
    hall.closes();
  }

  @Test
  void isRefusedByTheFieldsNameOrKeptAsItIs() {
    HostileDeeds deeds =
        new HostileDeeds(beans, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED), TRIES);
    Player player =
        new Player(
            beans.getBean(Arrivals.class),
            beans.getBean(Scripts.class),
            beans.getBean(Actors.class),
            beans.getBean(Pace.class),
            deeds,
            beans.getBean(Timers.class),
            beans.getBean(Observed.class),
            beans.getBean(Departments.class),
            beans.getBean(Clock.class));
    Tally tally = new Tally(FROM);
    beans
        .getBean(PlayedTime.class)
        .play(
            hands ->
                player.play(new Month(FROM, TO), CASES, new Draw(SEED), hands, tally, () -> false));
    System.out.printf(
        "%d refused, %d kept, %d forms%n", deeds.refused, deeds.kept, deeds.tried.size());
    assertThat(deeds.wrong).as("seed %d", SEED).isEmpty();
    assertThat(tally.refusals()).isEmpty();
    assertThat(deeds.tried).hasSizeGreaterThan(35);
    assertThat(deeds.refused).isGreaterThan(60);
    assertThat(deeds.kept).isGreaterThan(20);
  }
}
