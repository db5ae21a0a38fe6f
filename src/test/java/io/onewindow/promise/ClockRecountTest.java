package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.promise.ClockHistory.Recorded;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clocks that lived through pauses and extensions, counted again from their histories. */
class ClockRecountTest {

  private static final int CASES = 100_000;
  private static final Duration ALLOWANCE = Duration.ofMinutes(30);

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());

  @Test
  void givesTheRecordedInstantsWhenNothingChanged() {
    var lives = new ClockLives(calendar, 20261001, ALLOWANCE);
    Map<Basis, Integer> seen = new EnumMap<>(Basis.class);
    int shifted = 0;
    int extended = 0;
    for (int i = 0; i < CASES; i++) {
      ClockHistory history = lives.next();
      ClockRecount recount = new ClockRecount(place -> calendar, lives.limits(), ALLOWANCE);
      for (Recorded clock : history.running()) {
        StepClock again = recount.of(clock, history);
        if (!again.equals(clock.clock())) {
          assertThat(again).as("case %d: %s", i, history).isEqualTo(clock.clock());
        }
        seen.merge(again.basis(), 1, Integer::sum);
        shifted += history.standstills(clock).size();
        extended += again.extendedBy() == null ? 0 : 1;
      }
    }
    assertThat(seen.values()).hasSize(4).allMatch(count -> count > 500);
    assertThat(shifted).isGreaterThan(CASES / 4);
    assertThat(extended).isGreaterThan(CASES / 20);
  }

  @Test
  void comesToRestAfterOneRecountByAnotherCalendar() {
    var lives = new ClockLives(calendar, 20261008, ALLOWANCE);
    WorkCalendar other =
        new WorkCalendar(PublicHolidays.national(), OfficeHours.parse("08:00-12:00,14:00-18:00"));
    int moved = 0;
    for (int i = 0; i < CASES; i++) {
      ClockHistory history = lives.next();
      ClockRecount recount = new ClockRecount(place -> other, lives.limits(), ALLOWANCE);
      ClockHistory after =
          new ClockHistory(
              history.clocks().stream()
                  .map(one -> new Recorded(recount.of(one, history), one.at()))
                  .toList(),
              history.pauses(),
              history.extensions());
      for (Recorded clock : after.running()) {
        assertThat(recount.of(clock, after)).isEqualTo(clock.clock());
      }
      moved += after.running().equals(history.running()) ? 0 : 1;
    }
    assertThat(moved).isGreaterThan(CASES / 2);
  }

  @Test
  void keepsToTheLimitThatHoldsNow() {
    var lives = new ClockLives(calendar, 20261009, ALLOWANCE);
    ClockHistory history = lives.caseOf(ClockLives.promise(3, LimitUnit.WORKING_DAY));
    Recorded clock = history.running().get(0);
    LimitAnswers shorter =
        new LimitAnswers(null) {
          @Override
          Optional<Limit> limit(StepClock asked) {
            return Optional.of(ClockLives.promise(1, LimitUnit.WORKING_DAY));
          }

          @Override
          Optional<InternalLimit> internal(StepClock asked) {
            return Optional.empty();
          }
        };
    StepClock now = new ClockRecount(place -> calendar, shorter, ALLOWANCE).of(clock, history);
    assertThat(now.value()).isEqualTo(1);
    assertThat(now.dueAt())
        .isEqualTo(
            calendar.deadline(clock.clock().startedAt(), new Term(1, LimitUnit.WORKING_DAY)).due());
  }
}
