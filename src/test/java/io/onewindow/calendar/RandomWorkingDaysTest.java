package io.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomWorkingDaysTest {

  private static final int CASES = 100_000;

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());
  private final NaiveCalendar naive = new NaiveCalendar();
  private final SplittableRandom random = new SplittableRandom(20261121);

  RandomWorkingDaysTest() throws IOException {}

  @Test
  void agreesOnEverySingleDay() {
    NaiveCalendar.FIRST
        .datesUntil(NaiveCalendar.END)
        .forEach(
            day ->
                assertThat(calendar.isWorkday(day)).as("%s", day).isEqualTo(naive.isWorkday(day)));
  }

  @Test
  void endsWhereCountingDayByDayEnds() {
    for (int i = 0; i < CASES; i++) {
      Instant from = moment();
      int days = 1 + random.nextInt(60);
      LocalDate effective = date(naive.nextOpening(from));
      Instant expected =
          naive
              .workdaysAfter(effective, days)
              .atTime(LocalTime.of(17, 30))
              .atZone(WorkCalendar.ZONE)
              .toInstant();
      if (!due(from, days).equals(expected)) {
        assertThat(due(from, days)).as("%s + %d", from, days).isEqualTo(expected);
      }
    }
  }

  @Test
  void neverEndsOnADayOffInAnyUnit() {
    LimitUnit[] units = {LimitUnit.WORKING_DAY, LimitUnit.CALENDAR_DAY, LimitUnit.DAYS_BEFORE};
    for (int i = 0; i < CASES; i++) {
      Term term = new Term(1 + random.nextInt(60), units[i % units.length]);
      Deadline deadline = calendar.deadline(moment(), term);
      if (!naive.isWorkday(date(deadline.due()))) {
        assertThat(deadline).as("%s", term).isNull();
      }
    }
  }

  @Test
  void isMonotoneAndAdditive() {
    for (int i = 0; i < CASES; i++) {
      Instant one = moment();
      Instant other = one.plusMillis(random.nextLong(86_400_000L * 20));
      int days = 1 + random.nextInt(30);
      int more = 1 + random.nextInt(30);
      boolean monotone =
          !due(other, days).isBefore(due(one, days)) && due(one, days + 1).isAfter(due(one, days));
      Instant justBeforeTheEnd = due(one, days).minusMillis(1);
      boolean additive = due(justBeforeTheEnd, more).equals(due(one, days + more));
      if (!monotone || !additive) {
        assertThat(monotone && additive).as("%s, %s + %d + %d", one, other, days, more).isTrue();
      }
    }
  }

  @Test
  void countsInItsExplanationAsManyDaysAsTheTermSays() {
    LimitUnit[] units = {LimitUnit.WORKING_DAY, LimitUnit.CALENDAR_DAY, LimitUnit.DAYS_BEFORE};
    for (int i = 0; i < 3_000; i++) {
      Term term = new Term(1 + random.nextInt(60), units[i % units.length]);
      Deadline deadline = calendar.deadline(moment(), term);
      assertThat(deadline.explanation()).filteredOn(CountedDay::counted).hasSize(term.value());
      assertThat(deadline.explanation())
          .extracting(CountedDay::date)
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  private Instant due(Instant from, int days) {
    return calendar.deadline(from, new Term(days, LimitUnit.WORKING_DAY)).due();
  }

  /** Leaves room for the longest term before the last covered day and after the first. */
  private Instant moment() {
    long first = NaiveCalendar.FIRST.plusDays(90).atStartOfDay(WorkCalendar.ZONE).toEpochSecond();
    long last = NaiveCalendar.END.minusDays(150).atStartOfDay(WorkCalendar.ZONE).toEpochSecond();
    return Instant.ofEpochMilli(random.nextLong(first * 1000, last * 1000));
  }

  private static LocalDate date(Instant instant) {
    return instant.atZone(WorkCalendar.ZONE).toLocalDate();
  }
}
