package io.onewindow.promise;

import io.onewindow.calendar.LocalDay;
import io.onewindow.calendar.LocalDays;
import io.onewindow.calendar.Notice;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The calendars of all halls at one moment: the shipped files and the settings, with loaded notices
 * on top.
 *
 * @param version of the tables it was read from
 * @param holidays the national calendar
 * @param national the national calendar with standard office hours
 * @param halls by jurisdiction
 * @param notices those loaded and in force, in the order of loading
 */
record CalendarSet(
    long version,
    PublicHolidays holidays,
    WorkCalendar national,
    Map<String, Hall> halls,
    List<CalendarNotice> notices) {

  /** One hall's calendar and the office hours it is made from. */
  record Hall(WorkCalendar calendar, OfficeHours hours) {}

  Hall hall(String jurisdiction) {
    return halls.get(jurisdiction);
  }

  static CalendarSet of(
      long version,
      List<CalendarNotice> notices,
      Collection<String> jurisdictions,
      PromiseSettings settings) {
    return of(version, notices, jurisdictions, settings, holidays(notices));
  }

  /** All calendars as they would be if neither this year nor a later one were published. */
  CalendarSet before(int year, PromiseSettings settings) {
    return of(version, notices, halls.keySet(), settings, holidays.before(year));
  }

  private static CalendarSet of(
      long version,
      List<CalendarNotice> notices,
      Collection<String> jurisdictions,
      PromiseSettings settings,
      PublicHolidays holidays) {
    Map<String, Hall> halls = new HashMap<>();
    for (String place : jurisdictions) {
      List<CalendarNotice> own =
          notices.stream().filter(one -> place.equals(one.about().jurisdiction())).toList();
      OfficeHours hours = hours(settings.officeHours(place), own);
      WorkCalendar calendar =
          new WorkCalendar(holidays, hours, localDays(own), settings.countFrom(place));
      halls.put(place, new Hall(calendar, hours));
    }
    WorkCalendar national = new WorkCalendar(holidays, OfficeHours.standard());
    return new CalendarSet(version, holidays, national, Map.copyOf(halls), List.copyOf(notices));
  }

  private static PublicHolidays holidays(List<CalendarNotice> notices) {
    PublicHolidays holidays = PublicHolidays.national();
    for (CalendarNotice one : notices) {
      if (!one.about().isNational()) {
        continue;
      }
      CalendarNotice.About about = one.about();
      Notice notice =
          new Notice(
              about.year(), about.number(), about.title(), about.url(), about.effectiveFrom());
      holidays = holidays.withYear(notice, one.content().namedDays());
    }
    return holidays;
  }

  private static OfficeHours hours(OfficeHours base, List<CalendarNotice> own) {
    OfficeHours hours = base;
    for (LocalDate turn : turns(own)) {
      OfficeHours then = base;
      for (CalendarNotice one : own) {
        if (one.holdsOn(turn)) {
          for (OfficeHours.Season season : one.content().seasons()) {
            then = then.from(season);
          }
        }
      }
      hours = hours.from(then.seasonOn(turn));
    }
    return hours;
  }

  /** When the hours of these notices begin, and when those of a withdrawn one end. */
  private static SortedSet<LocalDate> turns(List<CalendarNotice> own) {
    SortedSet<LocalDate> turns = new TreeSet<>();
    for (CalendarNotice one : own) {
      one.content().seasons().forEach(season -> turns.add(season.validFrom()));
      if (one.withdrawal() != null && !one.content().seasons().isEmpty()) {
        turns.add(one.withdrawal().effectiveFrom());
      }
    }
    return turns;
  }

  private static LocalDays localDays(List<CalendarNotice> own) {
    List<LocalDay> days = new ArrayList<>();
    own.forEach(one -> days.addAll(one.content().localDays()));
    return LocalDays.of(days);
  }
}
