package io.onewindow.calendar;

import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** The working days of the covered years, counted once so that every question costs the same. */
final class Workdays {

  private final CoveredYears years;

  /** Epoch days of the working days in order. */
  private final long[] days;

  /** For each covered day, and for the one after the last, how many working days precede it. */
  private final int[] before;

  Workdays(CoveredYears years, Predicate<LocalDate> isWorkday) {
    this.years = years;
    long first = years.firstDay().toEpochDay();
    this.before = new int[years.days() + 1];
    this.days =
        LongStream.range(first, first + years.days())
            .filter(day -> isWorkday.test(LocalDate.ofEpochDay(day)))
            .toArray();
    for (long day : days) {
      before[(int) (day - first) + 1] = 1;
    }
    for (int i = 1; i < before.length; i++) {
      before[i] += before[i - 1];
    }
  }

  boolean contains(LocalDate date) {
    int i = years.index(date);
    return before[i + 1] > before[i];
  }

  /** The n-th working day after the date; n is at least 1. */
  LocalDate after(LocalDate date, int n) {
    return at((long) before[years.index(date) + 1] + n - 1);
  }

  /** The n-th working day counted back from the date, which is the first if it is one itself. */
  LocalDate back(LocalDate date, int n) {
    return at((long) before[years.index(date) + 1] - n);
  }

  LocalDate onOrAfter(LocalDate date) {
    return at(before[years.index(date)]);
  }

  /** Whether no working day lies between the two, the first included; a day not covered is one. */
  boolean isOffUntil(LocalDate first, LocalDate second) {
    return !first.isBefore(years.firstDay()) && !onOrAfter(first).isBefore(second);
  }

  LocalDate onOrBefore(LocalDate date) {
    return back(date, 1);
  }

  /** Working days after the first date up to and including the second; negative if reversed. */
  int between(LocalDate exclusive, LocalDate inclusive) {
    return before[years.index(inclusive) + 1] - before[years.index(exclusive) + 1];
  }

  /** All working days in order. */
  LongStream epochDays() {
    return LongStream.of(days);
  }

  private LocalDate at(long position) {
    if (position < 0 || position >= days.length) {
      throw years.exceeded();
    }
    return LocalDate.ofEpochDay(days[(int) position]);
  }
}
