package io.onewindow.promise;

import io.onewindow.calendar.CountFrom;
import io.onewindow.calendar.Notice;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The calendars as outside programs and the calendar page read them. */
@Component
class CalendarViews {

  /**
   * @param notices those of this hall alone, withdrawn ones included, in the order of loading
   */
  record Hall(
      String jurisdiction,
      String name,
      CountFrom countFrom,
      List<YearHeading> years,
      List<LocalNotice> notices,
      List<Hours> officeHours) {}

  /**
   * @param published false while the year is an estimate 暂计; then the rest is null
   * @param loadedAt null for a notice the product ships with
   */
  record YearHeading(
      int year,
      boolean published,
      String number,
      String title,
      String url,
      OffsetDateTime loadedAt) {}

  /**
   * A notice of one hall.
   *
   * @param id what to ask a withdrawal for
   * @param withdrawal null unless it was withdrawn
   */
  record LocalNotice(
      String id,
      String kind,
      String number,
      String title,
      String url,
      LocalDate effectiveFrom,
      OffsetDateTime loadedAt,
      Withdrawn withdrawal) {}

  /**
   * @param effectiveFrom the first day on which the notice no longer holds
   */
  record Withdrawn(LocalDate effectiveFrom, String reason, OffsetDateTime at) {}

  /**
   * @param from null for the hours that hold from the beginning
   * @param sessions in Chinese
   */
  record Hours(LocalDate from, String sessions) {}

  record Year(String jurisdiction, int year, boolean published, List<Day> days) {}

  /**
   * @param named whether a notice or the law says something of the day
   * @param hours null on a day off
   */
  record Day(LocalDate date, boolean workday, boolean named, String why, String hours) {}

  private final HallCalendars calendars;
  private final CalendarStore store;
  private final Departments departments;
  private final PromiseSettings settings;

  CalendarViews(
      HallCalendars calendars,
      CalendarStore store,
      Departments departments,
      PromiseSettings settings) {
    this.calendars = calendars;
    this.store = store;
    this.departments = departments;
    this.settings = settings;
  }

  List<Hall> all() {
    CalendarSet now = calendars.now();
    List<CalendarNotice> notices = store.loaded();
    return departments.jurisdictions().stream().map(place -> hall(place, now, notices)).toList();
  }

  /**
   * @throws Problem 404 for a year outside the calendar
   */
  Year year(String jurisdiction, int year) {
    String id = departments.jurisdiction(jurisdiction).id();
    CalendarSet now = calendars.now();
    WorkCalendar calendar = now.halls().get(id).calendar();
    if (year < calendar.firstYear() || year > calendar.lastYear()) {
      throw Problem.notFound(
          "outside-calendar",
          "日历只有 " + calendar.firstYear() + " 年至 " + calendar.lastYear() + " 年。");
    }
    LocalDate first = LocalDate.of(year, 1, 1);
    List<Day> days = first.datesUntil(first.plusYears(1)).map(date -> day(calendar, date)).toList();
    return new Year(id, year, now.holidays().isPublished(year), days);
  }

  private Hall hall(Jurisdiction place, CalendarSet now, List<CalendarNotice> notices) {
    CalendarSet.Hall hall = now.halls().get(place.id());
    return new Hall(
        place.id(),
        place.name(),
        settings.countFrom(place.id()),
        IntStream.rangeClosed(hall.calendar().firstYear(), hall.calendar().lastYear())
            .mapToObj(year -> heading(year, now))
            .toList(),
        notices.stream()
            .filter(one -> place.id().equals(one.about().jurisdiction()))
            .map(CalendarViews::localNotice)
            .toList(),
        hall.hours().seasons().stream().map(CalendarViews::hours).toList());
  }

  private static YearHeading heading(int year, CalendarSet now) {
    Optional<Notice> notice = now.holidays().notice(year);
    return new YearHeading(
        year,
        notice.isPresent(),
        notice.map(Notice::number).orElse(null),
        notice.map(Notice::title).orElse(null),
        notice.map(Notice::url).orElse(null),
        now.notices().stream()
            .filter(one -> one.about().isNational() && one.about().year() == year)
            .map(CalendarViews::loadedAt)
            .findFirst()
            .orElse(null));
  }

  private static LocalNotice localNotice(CalendarNotice one) {
    CalendarNotice.About about = one.about();
    CalendarNotice.Withdrawal taken = one.withdrawal();
    return new LocalNotice(
        one.id(),
        about.kind().chinese(),
        about.number(),
        about.title(),
        about.url(),
        about.effectiveFrom(),
        loadedAt(one),
        taken == null
            ? null
            : new Withdrawn(taken.effectiveFrom(), taken.reason(), local(taken.at())));
  }

  private static OffsetDateTime loadedAt(CalendarNotice notice) {
    return local(notice.loading().at());
  }

  private static OffsetDateTime local(Instant instant) {
    return instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }

  private static Hours hours(OfficeHours.Season season) {
    boolean always = season.validFrom().equals(LocalDate.MIN);
    return new Hours(always ? null : season.validFrom(), CalendarChanges.inWords(season));
  }

  private static Day day(WorkCalendar calendar, LocalDate date) {
    boolean workday = calendar.isWorkday(date);
    return new Day(
        date,
        workday,
        calendar.isNamed(date),
        calendar.why(date),
        workday ? CalendarChanges.inWords(calendar.sessions(date)) : null);
  }
}
