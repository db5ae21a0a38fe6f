package io.onewindow.calendar.proof;

import io.onewindow.calendar.NaiveCalendar;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Says when a limit ends by walking there one day, or one minute, at a time. It shares no code with
 * what it judges, knows its units by their names only, and looks at every day it passes.
 */
final class Oracle {

  /** When the limit takes effect and ends, and whether a day without a calendar was passed. */
  record Verdict(Instant effectiveFrom, Instant due, boolean provisional) {}

  private static final long MINUTE = 60_000;

  private final NaiveCalendar calendar = new NaiveCalendar();

  Oracle() throws IOException {}

  boolean isWorkday(LocalDate day) {
    return calendar.isWorkday(day);
  }

  Instant nextOpening(Instant receipt) {
    return calendar.nextOpening(receipt);
  }

  /**
   * @param opening what {@link #nextOpening} says of the receipt
   * @return null when the limit ends before the first day of the calendar
   */
  Verdict verdict(Instant receipt, Instant opening, PublishedTerm term) {
    if (term.unit().equals("DAYS_BEFORE")) {
      return before(receipt, term.value());
    }
    Instant due = due(opening, term);
    boolean provisional = passesUnpublished(NaiveCalendar.day(receipt), NaiveCalendar.day(due));
    return new Verdict(opening, due, provisional);
  }

  private Instant due(Instant opening, PublishedTerm term) {
    LocalDate first = NaiveCalendar.day(opening);
    int n = term.value();
    return switch (term.unit()) {
      case "IMMEDIATE" -> opening;
      case "OFFICE_HOUR" -> calendar.plusOfficeTime(opening, n * 60 * MINUTE);
      case "OFFICE_MINUTE" -> calendar.plusOfficeTime(opening, n * MINUTE);
      case "WORKING_DAY" -> NaiveCalendar.closing(calendar.workdaysAfter(first, n));
      case "CALENDAR_DAY", "NEXT_DAY" -> closingFrom(daysLater(first, n));
      case "MONTH" -> closingFrom(monthsLater(first, n));
      case "FIXED_DATE" ->
          isLastDayOf(first, n) ? NaiveCalendar.closing(first) : closingFrom(nextDate(first, n));
      default -> throw new IllegalArgumentException(term.unit());
    };
  }

  private Verdict before(Instant event, int days) {
    LocalDate last = NaiveCalendar.day(event);
    for (int left = days; left > 0; left--) {
      last = last.minusDays(1);
    }
    while (!last.isBefore(NaiveCalendar.FIRST) && !calendar.isWorkday(last)) {
      last = last.minusDays(1);
    }
    if (last.isBefore(NaiveCalendar.FIRST)) {
      return null;
    }
    boolean provisional = passesUnpublished(last, NaiveCalendar.day(event));
    return new Verdict(event, NaiveCalendar.closing(last), provisional);
  }

  private Instant closingFrom(LocalDate day) {
    LocalDate at = day;
    while (!calendar.isWorkday(at)) {
      at = at.plusDays(1);
    }
    return NaiveCalendar.closing(at);
  }

  private boolean passesUnpublished(LocalDate first, LocalDate last) {
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (!calendar.isPublished(day)) {
        return true;
      }
    }
    return false;
  }

  private static LocalDate daysLater(LocalDate day, int days) {
    LocalDate at = day;
    for (int left = days; left > 0; left--) {
      at = at.plusDays(1);
    }
    return at;
  }

  /** The day of the same number in the month it ends in, or that month's last. */
  private static LocalDate monthsLater(LocalDate day, int months) {
    LocalDate at = day;
    for (int begun = 0; begun < months; at = at.plusDays(1)) {
      begun += isLastOfMonth(at) ? 1 : 0;
    }
    while (at.getDayOfMonth() < day.getDayOfMonth() && !isLastOfMonth(at)) {
      at = at.plusDays(1);
    }
    return at;
  }

  /** Whether the date is this working day or one of the days off just before it. */
  private boolean isLastDayOf(LocalDate workday, int date) {
    LocalDate at = workday;
    while (!isDate(at, date)) {
      at = at.minusDays(1);
      if (at.isBefore(NaiveCalendar.FIRST) || calendar.isWorkday(at)) {
        return false;
      }
    }
    return true;
  }

  private static LocalDate nextDate(LocalDate day, int date) {
    LocalDate at = day;
    while (!isDate(at, date)) {
      at = at.plusDays(1);
    }
    return at;
  }

  private static boolean isDate(LocalDate day, int date) {
    int number = day.getDayOfMonth();
    return date <= 31
        ? number == date || (number < date && isLastOfMonth(day))
        : day.getMonthValue() * 100 + number == date;
  }

  private static boolean isLastOfMonth(LocalDate day) {
    return day.plusDays(1).getDayOfMonth() == 1;
  }
}
