package io.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What holds for every limit, whatever its unit. */
class RandomDeadlinesTest {

  private static final int CASES = 100_000;

  /** How many distinct dates of a month, or of a year, to try. */
  private static final int[] DATES = {1, 10, 15, 28, 30, 31, 101, 229, 501, 930, 1001, 1231};

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());
  private final NaiveCalendar naive = new NaiveCalendar();
  private final SplittableRandom random = new SplittableRandom(20261123);

  RandomDeadlinesTest() throws IOException {}

  @ParameterizedTest
  @EnumSource
  void neverEndsEarlierForBeginningLater(LimitUnit unit) {
    for (int i = 0; i < CASES; i++) {
      Term term = term(unit);
      Instant one = moment();
      Instant later = one.plusMillis(random.nextLong(i % 2 == 0 ? 86_400_000L * 20 : 3_600_000L));
      if (due(later, term).isBefore(due(one, term))) {
        assertThat(due(later, term)).as("%s, %s + %s", one, later, term).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WORKING_DAY", "OFFICE_HOUR", "OFFICE_MINUTE"})
  void endsLaterTheMoreOfficeTimeIsPromised(LimitUnit unit) {
    for (int i = 0; i < CASES; i++) {
      Instant from = moment();
      Term less = term(unit);
      Term more = new Term(less.value() + 1 + random.nextInt(20), unit);
      if (!due(from, less).isBefore(due(from, more))) {
        assertThat(due(from, more)).as("%s + %s", from, more).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CALENDAR_DAY", "MONTH"})
  void neverEndsEarlierForMoreDaysPromised(LimitUnit unit) {
    for (int i = 0; i < CASES; i++) {
      Instant from = moment();
      Term less = term(unit);
      Term more = new Term(less.value() + 1 + random.nextInt(3), unit);
      if (due(from, less).isAfter(due(from, more))) {
        assertThat(due(from, more)).as("%s + %s", from, more).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "DAYS_BEFORE")
  void neverEndsLaterForMoreDaysBeforeAnEvent(LimitUnit unit) {
    for (int i = 0; i < CASES; i++) {
      Instant event = moment();
      Term less = term(unit);
      Term more = new Term(less.value() + 1 + random.nextInt(3), unit);
      if (due(event, more).isAfter(due(event, less))) {
        assertThat(due(event, more)).as("%s - %s", event, more).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "IMMEDIATE")
  void endsAfterAMomentOfOfficeTimeOnAWorkingDay(LimitUnit unit) {
    for (int i = 0; i < CASES; i++) {
      Term term = term(unit);
      Instant due = due(moment(), term);
      if (!naive.isWorkday(NaiveCalendar.day(due)) || !naive.isOpen(due.minusMillis(1))) {
        assertThat(due).as("%s", term).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "IMMEDIATE")
  void endsWhileTheOfficeIsOpenWhenImmediate(LimitUnit unit) {
    for (int i = 0; i < CASES; i++) {
      Instant due = due(moment(), term(unit));
      if (!naive.isOpen(due)) {
        assertThat(due).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameWhenComputedAgainByAnotherCalendarOrFromWhereItTookEffect(LimitUnit unit) {
    WorkCalendar another = new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());
    for (int i = 0; i < CASES; i++) {
      Instant from = moment();
      Term term = term(unit);
      Deadline first = calendar.deadline(from, term);
      Deadline again = another.deadline(from, term);
      boolean same =
          again.due().equals(first.due())
              && again.effectiveFrom().equals(first.effectiveFrom())
              && again.provisional() == first.provisional()
              && due(first.effectiveFrom(), term).equals(first.due())
              && (i % 50 != 0 || again.equals(first));
      if (!same) {
        assertThat(again).as("%s + %s", from, term).isEqualTo(first);
        assertThat(due(first.effectiveFrom(), term)).isEqualTo(first.due());
      }
    }
  }

  private Instant due(Instant from, Term term) {
    return calendar.deadline(from, term).due();
  }

  private Term term(LimitUnit unit) {
    return switch (unit) {
      case IMMEDIATE -> new Term(0, unit);
      case NEXT_DAY -> new Term(1, unit);
      case FIXED_DATE -> new Term(DATES[random.nextInt(DATES.length)], unit);
      case MONTH -> new Term(1 + random.nextInt(6), unit);
      case OFFICE_MINUTE -> new Term(1 + random.nextInt(3000), unit);
      default -> new Term(1 + random.nextInt(60), unit);
    };
  }

  /** Leaves room for the longest term before the last covered day and after the first. */
  private Instant moment() {
    long first = NaiveCalendar.closing(NaiveCalendar.FIRST.plusDays(100)).toEpochMilli();
    long last = NaiveCalendar.closing(NaiveCalendar.END.minusDays(400)).toEpochMilli();
    long step = random.nextInt(4) == 0 ? 30 * 60_000 : 1;
    return Instant.ofEpochMilli(random.nextLong(first, last) / step * step);
  }
}
