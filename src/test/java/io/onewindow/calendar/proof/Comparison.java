package io.onewindow.calendar.proof;

import io.onewindow.calendar.Deadline;
import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.OutsideCalendarException;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every published limit, begun on every day of the published years at every chosen time of day. */
final class Comparison {

  static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  static final LocalDate END = LocalDate.of(2027, 1, 1);

  /** Before opening, at it, in the morning, at noon, in the afternoon, at closing, after it. */
  static final List<LocalTime> TIMES =
      List.of(
          LocalTime.of(0, 0),
          LocalTime.of(8, 59, 59, 999_000_000),
          LocalTime.of(9, 0),
          LocalTime.of(10, 17),
          LocalTime.of(12, 0),
          LocalTime.of(12, 45),
          LocalTime.of(15, 5, 30),
          LocalTime.of(17, 29, 59, 999_000_000),
          LocalTime.of(17, 30),
          LocalTime.of(22, 40));

  private static final int TOLD = 10;

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());
  private final Oracle oracle = new Oracle();
  private final List<PublishedTerm> terms = PublishedTerm.all();
  private final Map<LimitUnit, Tally> byUnit = new TreeMap<>();
  private final Map<Integer, Tally> byYear = new TreeMap<>();
  private final Map<Integer, Integer> workdays = new TreeMap<>();
  private final Tally total = new Tally();
  private final List<String> differences = new ArrayList<>();

  Comparison() throws IOException {
    for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
      workdays.merge(day.getYear(), oracle.isWorkday(day) ? 1 : 0, Integer::sum);
      for (LocalTime time : TIMES) {
        compare(day.getYear(), day.atTime(time).atZone(WorkCalendar.ZONE).toInstant());
      }
    }
  }

  private void compare(int year, Instant receipt) {
    Instant opening = oracle.nextOpening(receipt);
    for (PublishedTerm term : terms) {
      Oracle.Verdict expected = oracle.verdict(receipt, opening, term);
      Oracle.Verdict actual = answer(receipt, term);
      boolean same = expected == null ? actual == null : expected.equals(actual);
      if (!same && differences.size() < TOLD) {
        differences.add(receipt + " " + term + ": " + expected + " but was " + actual);
      }
      byUnit
          .computeIfAbsent(LimitUnit.valueOf(term.unit()), unit -> new Tally())
          .add(expected, same);
      byYear.computeIfAbsent(year, any -> new Tally()).add(expected, same);
      total.add(expected, same);
    }
  }

  private Oracle.Verdict answer(Instant receipt, PublishedTerm term) {
    try {
      Term limit = new Term(term.value(), LimitUnit.valueOf(term.unit()));
      Deadline deadline = calendar.deadline(receipt, limit);
      return new Oracle.Verdict(deadline.effectiveFrom(), deadline.due(), deadline.provisional());
    } catch (OutsideCalendarException outside) {
      return null;
    }
  }

  List<PublishedTerm> terms() {
    return terms;
  }

  Map<LimitUnit, Tally> byUnit() {
    return byUnit;
  }

  Map<Integer, Tally> byYear() {
    return byYear;
  }

  /** Working days of each year as the oracle sees them. */
  Map<Integer, Integer> workdays() {
    return workdays;
  }

  Tally total() {
    return total;
  }

  /** The first few, in words. */
  List<String> differences() {
    return differences;
  }
}
