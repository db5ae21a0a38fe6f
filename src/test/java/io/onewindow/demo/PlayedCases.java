package io.onewindow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.department.Departments;
import io.onewindow.engine.DueJobs;
import io.onewindow.engine.PlayedTime;
import io.onewindow.promise.HallCalendars;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Has demo people handle many cases of one service at one hall, for tests that need a history. */
public final class PlayedCases {

  private PlayedCases() {}

  /** The clock is real again afterwards. */
  public static void play(
      ApplicationContext beans, String service, String place, int cases, Instant from, Instant to) {
    Departments departments = beans.getBean(Departments.class);
    Arrivals there =
        new Arrivals(
            departments, beans.getBean(HallCalendars.class), beans.getBean(Scripts.class)) {
          @Override
          List<Arrival> of(Month month, int cases, Draw draw) {
            return super.of(month, cases, draw).stream()
                .map(
                    one ->
                        new Arrival(
                            one.number(), service, departments.jurisdiction(place), one.at()))
                .toList();
          }
        };
    Player player =
        new Player(
            there,
            beans.getBean(Scripts.class),
            beans.getBean(Actors.class),
            beans.getBean(Pace.class),
            beans.getBean(Deeds.class),
            beans.getBean(DueJobs.class),
            beans.getBean(Observed.class),
            departments,
            beans.getBean(Clock.class));
    Tally tally = new Tally(from);
    beans
        .getBean(PlayedTime.class)
        .play(
            hands ->
                player.play(new Month(from, to), cases, new Draw(5), hands, tally, () -> false));
    assertThat(tally.refusals()).isEmpty();
  }
}
