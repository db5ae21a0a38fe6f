package io.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomOfficeTimeTest {

  private static final int CASES = 100_000;
  private static final long MINUTE = 60_000;

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());
  private final NaiveCalendar naive = new NaiveCalendar();
  private final SplittableRandom random = new SplittableRandom(20261122);

  RandomOfficeTimeTest() throws IOException {}

  @Test
  void endsWhereCountingMinuteByMinuteEnds() {
    for (int i = 0; i < CASES; i++) {
      Instant from = moment();
      int minutes = 1 + random.nextInt(1500);
      Term term =
          i % 5 == 0
              ? new Term(1 + minutes / 60, LimitUnit.OFFICE_HOUR)
              : new Term(minutes, LimitUnit.OFFICE_MINUTE);
      Instant expected = naive.plusOfficeTime(from, term.officeTime().toMillis());
      Deadline deadline = calendar.deadline(from, term);
      if (!deadline.due().equals(expected)
          || !deadline.effectiveFrom().equals(naive.nextOpening(from))) {
        assertThat(deadline.due()).as("%s + %s", from, term).isEqualTo(expected);
        assertThat(deadline.effectiveFrom()).isEqualTo(naive.nextOpening(from));
      }
    }
  }

  @Test
  void isExactToTheMillisecond() {
    for (int i = 0; i < CASES; i++) {
      Instant from = moment();
      Duration amount = Duration.ofMillis(1 + random.nextLong(900 * MINUTE));
      Instant end = calendar.plusOfficeTime(from, amount);
      boolean exact =
          end.equals(naive.plusOfficeTime(from, amount.toMillis()))
              && calendar.officeTimeBetween(from, end).equals(amount)
              && calendar.officeTimeBetween(end, from).equals(amount.negated());
      if (!exact) {
        assertThat(exact).as("%s + %s", from, amount).isTrue();
      }
    }
  }

  @Test
  void isMonotoneAndAdditive() {
    for (int i = 0; i < CASES; i++) {
      Instant from = moment();
      Duration one = amount();
      Duration other = amount();
      Instant end = calendar.plusOfficeTime(from, one);
      Instant later = calendar.plusOfficeTime(from.plus(other), one);
      boolean holds =
          !later.isBefore(end)
              && calendar
                  .plusOfficeTime(end, other)
                  .equals(calendar.plusOfficeTime(from, one.plus(other)));
      if (!holds) {
        assertThat(holds).as("%s + %s + %s", from, one, other).isTrue();
      }
    }
  }

  @Test
  void subtractsWhatItAdds() {
    for (int i = 0; i < CASES; i++) {
      Instant to = moment();
      Duration amount = amount();
      Instant begin = calendar.minusOfficeTime(to, amount);
      boolean holds =
          calendar.officeTimeBetween(begin, to).equals(amount)
              && calendar.nextOpening(begin).equals(begin);
      if (!holds) {
        assertThat(holds).as("%s - %s = %s", to, amount, begin).isTrue();
      }
    }
  }

  @Test
  void countsInItsExplanationAsMuchTimeAsTheTermSays() {
    for (int i = 0; i < 3_000; i++) {
      Term term = new Term(1 + random.nextInt(3000), LimitUnit.OFFICE_MINUTE);
      Deadline deadline = calendar.deadline(moment(), term);
      assertThat(deadline.explanation()).last().matches(CountedDay::counted);
      assertThat(deadline.explanation())
          .filteredOn(CountedDay::counted)
          .allMatch(day -> naive.isWorkday(day.date()) && day.why().contains("计 "));
    }
  }

  private Duration amount() {
    return Duration.ofMillis(1 + random.nextLong(6000 * MINUTE));
  }

  /** One in four falls on a full or half hour, where sessions begin and end. */
  private Instant moment() {
    long first = NaiveCalendar.FIRST.plusDays(90).atStartOfDay(WorkCalendar.ZONE).toEpochSecond();
    long last = NaiveCalendar.END.minusDays(150).atStartOfDay(WorkCalendar.ZONE).toEpochSecond();
    long at = random.nextLong(first * 1000, last * 1000);
    long step = random.nextInt(4) == 0 ? 30 * MINUTE : 1;
    return Instant.ofEpochMilli(at / step * step);
  }
}
