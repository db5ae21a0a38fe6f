package io.onewindow.bench;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one due instant costs, near and far, for receipts at random moments of six years. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class DeadlineBench {

  /** About how many days lie between the receipt and the end. */
  public enum Span {
    DAYS_3(3, 2),
    DAYS_30(30, 21),
    YEAR_1(365, 249),
    YEARS_3(1095, 748);

    private final int days;
    private final int workdays;

    Span(int days, int workdays) {
      this.days = days;
      this.workdays = workdays;
    }

    Term in(LimitUnit unit) {
      return switch (unit) {
        case CALENDAR_DAY -> new Term(days, unit);
        case WORKING_DAY -> new Term(workdays, unit);
        case OFFICE_HOUR -> new Term(workdays * 7, unit);
        default -> throw new IllegalArgumentException(unit.chinese());
      };
    }
  }

  @Param({"WORKING_DAY", "OFFICE_HOUR", "CALENDAR_DAY"})
  private LimitUnit unit;

  @Param private Span span;

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());
  private final Instant[] receipts = new Instant[1 << 12];
  private Term term;
  private int next;

  @Setup
  public void receive() {
    SplittableRandom random = new SplittableRandom(20261126);
    long first = Instant.parse("2021-01-04T01:00:00Z").toEpochMilli();
    long last = Instant.parse("2026-12-31T09:30:00Z").toEpochMilli();
    for (int i = 0; i < receipts.length; i++) {
      receipts[i] = Instant.ofEpochMilli(random.nextLong(first, last));
    }
    term = span.in(unit);
  }

  @Benchmark
  public Instant due() {
    return calendar.deadline(receipts[next++ & (receipts.length - 1)], term).due();
  }
}
