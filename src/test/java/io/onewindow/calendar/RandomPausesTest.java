package io.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A clock that is stopped keeps the office time it had left, and spends it from where it is started
 * again. That is pure arithmetic on a calendar, whoever may lawfully stop a clock.
 */
class RandomPausesTest {

  private static final int CASES = 100_000;
  private static final long MINUTE = 60_000;
  private static final long DAY = 1440 * MINUTE;

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());
  private final NaiveCalendar naive = new NaiveCalendar();
  private final SplittableRandom random = new SplittableRandom(20261124);

  RandomPausesTest() throws IOException {}

  @Test
  void ofSomeWorkingDaysMovesTheEndByAsMany() {
    for (int i = 0; i < CASES; i++) {
      Instant from = moment();
      int days = 1 + random.nextInt(30);
      Deadline deadline = calendar.deadline(from, workingDays(days));
      Instant pause = onAWorkday(deadline);
      int k = 1 + random.nextInt(30);
      LocalDate day = NaiveCalendar.day(pause);
      long apart = naive.workdaysAfter(day, k).toEpochDay() - day.toEpochDay();
      Instant end = resumed(deadline.due(), pause, pause.plusMillis(apart * DAY));
      LocalDate moved = naive.workdaysAfter(NaiveCalendar.day(deadline.due()), k);
      boolean shifted =
          end.equals(NaiveCalendar.closing(moved))
              && end.equals(calendar.deadline(from, workingDays(days + k)).due());
      if (!shifted) {
        assertThat(shifted).as("%s + %d, %s stopped for %d", from, days, pause, k).isTrue();
      }
    }
  }

  @Test
  void movesTheEndByTheOfficeTimeItTakesAsCountedMinuteByMinute() {
    for (int i = 0; i < CASES; i++) {
      Deadline deadline = anyDeadline();
      Instant pause = within(deadline);
      Instant resume = pause.plusMillis(random.nextLong(8 * DAY));
      checkToTheMillisecond(deadline, pause, resume);
    }
  }

  @Test
  void isExactWhenTheClockIsStartedAgainOnTheSameDay() {
    for (int i = 0; i < CASES; i++) {
      Deadline deadline = anyDeadline();
      Instant pause = within(deadline);
      long midnight = (pause.toEpochMilli() + 8 * 60 * MINUTE) / DAY * DAY + 16 * 60 * MINUTE;
      Instant resume = Instant.ofEpochMilli(random.nextLong(pause.toEpochMilli(), midnight));
      checkToTheMillisecond(deadline, pause, resume);
    }
  }

  @Test
  void isExactToTheMinuteAcrossAHoliday() {
    for (int i = 0; i < CASES; i++) {
      LocalDate last = beforeAHoliday();
      Instant from = NaiveCalendar.closing(last.minusDays(random.nextInt(5))).minusSeconds(3600);
      Deadline deadline = calendar.deadline(from, workingDays(10 + random.nextInt(20)));
      Instant pause = NaiveCalendar.closing(last).minusMillis(random.nextInt(500) * MINUTE);
      if (pause.isBefore(deadline.effectiveFrom())) {
        pause = deadline.effectiveFrom();
      }
      LocalDate first = naive.workdaysAfter(last, 1);
      Instant resume = NaiveCalendar.closing(first).minusMillis(random.nextInt(600) * MINUTE);
      checkToTheMillisecond(deadline, pause, resume);
    }
  }

  @Test
  void changesNothingWhileTheOfficeIsClosed() {
    for (int i = 0; i < CASES; i++) {
      Deadline deadline = anyDeadline();
      Instant pause = within(deadline);
      while (naive.isOpen(pause) || !pause.isBefore(deadline.due())) {
        deadline = anyDeadline();
        pause = within(deadline);
      }
      long opening = naive.nextOpening(pause).toEpochMilli();
      Instant resume = Instant.ofEpochMilli(random.nextLong(pause.toEpochMilli(), opening + 1));
      if (!resumed(deadline.due(), pause, resume).equals(deadline.due())) {
        assertThat(resumed(deadline.due(), pause, resume)).isEqualTo(deadline.due());
      }
    }
  }

  @Test
  void movesTheEndTheSameWhetherTakenAtOnceOrInTwo() {
    for (int i = 0; i < CASES; i++) {
      Deadline deadline = anyDeadline();
      Instant pause = within(deadline);
      Instant middle = pause.plusMillis(random.nextLong(5 * DAY));
      Instant resume = middle.plusMillis(random.nextLong(5 * DAY));
      Instant inTwo = resumed(resumed(deadline.due(), pause, middle), middle, resume);
      if (!inTwo.equals(resumed(deadline.due(), pause, resume))) {
        assertThat(inTwo).isEqualTo(resumed(deadline.due(), pause, resume));
      }
    }
  }

  private void checkToTheMillisecond(Deadline deadline, Instant pause, Instant resume) {
    Instant end = resumed(deadline.due(), pause, resume);
    Duration taken = naive.officeTimeBetween(pause, resume);
    Instant expected =
        taken.isZero() ? deadline.due() : naive.plusOfficeTime(deadline.due(), taken.toMillis());
    if (!end.equals(expected) || !calendar.officeTimeBetween(pause, resume).equals(taken)) {
      assertThat(end).as("%s, stopped %s to %s", deadline, pause, resume).isEqualTo(expected);
      assertThat(calendar.officeTimeBetween(pause, resume)).isEqualTo(taken);
    }
  }

  /** When a limit ends whose clock stands still between two instants. */
  private Instant resumed(Instant due, Instant pause, Instant resume) {
    return calendar.plusOfficeTime(resume, calendar.officeTimeBetween(pause, due));
  }

  private Deadline anyDeadline() {
    Term term =
        random.nextBoolean()
            ? workingDays(1 + random.nextInt(15))
            : new Term(1 + random.nextInt(3000), LimitUnit.OFFICE_MINUTE);
    return calendar.deadline(moment(), term);
  }

  private Instant onAWorkday(Deadline deadline) {
    Instant pause = within(deadline);
    while (!naive.isWorkday(NaiveCalendar.day(pause))) {
      pause = within(deadline);
    }
    return pause;
  }

  /** A moment after the limit took effect and before it ends, in three of four a full minute. */
  private Instant within(Deadline deadline) {
    long first = deadline.effectiveFrom().toEpochMilli();
    long at = random.nextLong(first, deadline.due().toEpochMilli());
    return Instant.ofEpochMilli(
        random.nextInt(4) == 0 ? at : Math.max(first, at / MINUTE * MINUTE));
  }

  /** A working day followed by at least three days off. */
  private LocalDate beforeAHoliday() {
    while (true) {
      LocalDate day = NaiveCalendar.day(moment());
      LocalDate next = naive.workdaysAfter(day, 1);
      if (naive.isWorkday(day) && next.toEpochDay() - day.toEpochDay() > 3) {
        return day;
      }
    }
  }

  private Instant moment() {
    long first = NaiveCalendar.closing(NaiveCalendar.FIRST.plusDays(90)).toEpochMilli();
    long last = NaiveCalendar.closing(NaiveCalendar.END.minusDays(300)).toEpochMilli();
    return Instant.ofEpochMilli(random.nextLong(first, last));
  }

  private static Term workingDays(int days) {
    return new Term(days, LimitUnit.WORKING_DAY);
  }
}
