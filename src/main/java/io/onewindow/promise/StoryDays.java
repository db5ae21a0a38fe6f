package io.onewindow.promise;

import io.onewindow.calendar.CountedDay;
import io.onewindow.calendar.Deadline;
import io.onewindow.calendar.Interval;
import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.OfficeTimeWords;
import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How the days of a clock were counted: as the calendar explains them until the clock first stood
 * still, from then on by the office time that was left, and at last the days of an extension.
 */
final class StoryDays {

  private final WorkCalendar calendar;
  private final StepClock clock;
  private final Deadline planned;
  private final List<Standstill> stops;
  private final List<CountedDay> told = new ArrayList<>();

  /**
   * @param planned the deadline as it was without standstill and extension
   * @param stops when the clock stood still before it was due, in order, without overlap
   */
  StoryDays(WorkCalendar calendar, StepClock clock, Deadline planned, List<Standstill> stops) {
    this.calendar = calendar;
    this.clock = clock;
    this.planned = planned;
    this.stops = stops;
  }

  List<CountedDay> tell() {
    LocalDate firstStop = stops.isEmpty() ? LocalDate.MAX : date(stops.get(0).from());
    planned.explanation().stream().filter(day -> day.date().isBefore(firstStop)).forEach(told::add);
    if (stops.isEmpty()) {
      extended();
    } else {
      for (LocalDate day = firstStop; !day.isAfter(last()); day = day.plusDays(1)) {
        told.add(afterStop(day));
      }
    }
    return told;
  }

  private LocalDate last() {
    Standstill latest = stops.get(stops.size() - 1);
    return date(latest.to() == null ? latest.from() : clock.dueAt());
  }

  private void extended() {
    int count = 0;
    LocalDate due = date(clock.dueAt());
    for (LocalDate day = date(planned.due()).plusDays(1);
        !day.isAfter(due);
        day = day.plusDays(1)) {
      boolean workday = calendar.isWorkday(day);
      count += workday ? 1 : 0;
      told.add(new CountedDay(day, workday, workday ? beyond(count) : calendar.why(day)));
    }
  }

  private String beyond(int count) {
    return clock.extendedBy() == null ? "顺延至本日" : "延期第 " + count + " 个工作日";
  }

  private CountedDay afterStop(LocalDate day) {
    LocalDate effective = date(clock.effectiveFrom());
    boolean asPlanned =
        day.isBefore(effective)
            || (day.equals(effective) && !countsOfficeTime() && clock.unit() != null);
    if (asPlanned) {
      return planned.explanation().stream()
          .filter(one -> one.date().equals(day))
          .findFirst()
          .orElseGet(() -> new CountedDay(day, false, calendar.why(day)));
    }
    return countsCalendarDays() ? calendarDay(day) : officeDay(day);
  }

  /** What was left when the clock ran again for the last time. */
  private String left(LocalDate day) {
    Standstill latest = stops.get(stops.size() - 1);
    return latest.to() != null && date(latest.to()).equals(day)
        ? "；恢复时尚余办公时间 "
            + OfficeTimeWords.amount(calendar.officeTimeBetween(latest.to(), clock.dueAt()))
        : "";
  }

  private CountedDay calendarDay(LocalDate day) {
    boolean still =
        stops.stream()
            .anyMatch(
                stop ->
                    date(stop.from()).isBefore(day)
                        && (stop.to() == null || !day.isAfter(date(stop.to()))));
    return new CountedDay(day, !still, still ? "停表，不计入" : "计入期间");
  }

  private CountedDay officeDay(LocalDate day) {
    if (!calendar.isWorkday(day)) {
      return new CountedDay(day, false, calendar.why(day));
    }
    List<Interval> counted = new ArrayList<>();
    Instant from = later(start(day), clock.effectiveFrom());
    for (Standstill stop : stops) {
      add(counted, from, earlier(stop.from(), end(day)));
      from = stop.to() == null ? Instant.MAX : later(from, stop.to());
    }
    add(counted, from, earlier(clock.dueAt(), end(day)));
    return counted.isEmpty()
        ? new CountedDay(day, false, "停表，不计入")
        : new CountedDay(day, true, OfficeTimeWords.counted(counted) + left(day));
  }

  private void add(List<Interval> counted, Instant from, Instant to) {
    if (from.isBefore(to)) {
      counted.addAll(calendar.sessions(from, to));
    }
  }

  private boolean countsOfficeTime() {
    return clock.unit() == LimitUnit.OFFICE_HOUR || clock.unit() == LimitUnit.OFFICE_MINUTE;
  }

  private boolean countsCalendarDays() {
    return ClockShift.countsCalendarDays(clock.unit());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
  }

  private static Instant end(LocalDate day) {
    return start(day.plusDays(1));
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, WorkCalendar.ZONE);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
