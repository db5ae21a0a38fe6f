package io.onewindow.promise;

import io.onewindow.calendar.CalendarFileKind;
import io.onewindow.calendar.LocalDay;
import io.onewindow.calendar.LocalDays;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.SeasonFile;
import io.onewindow.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Works out what a notice of one hall would change: its own days, or its office hours. */
@Component
class HallNoticePlanner {

  private final HallCalendars calendars;

  HallNoticePlanner(HallCalendars calendars) {
    this.calendars = calendars;
  }

  CalendarPlan days(CalendarUpload upload, CalendarNotice.Loading loading, CalendarSet now) {
    String place = upload.jurisdiction();
    var about = CalendarNotice.About.of(CalendarFileKind.LOCAL_DAYS, null, upload, null);
    List<CalendarNotice> superseded = CalendarPlan.sameMatter(about, now);
    List<String> replaced = CalendarPlan.citations(superseded);
    CalendarPlan.requireLeave(upload, "这份通知的办公日调整", replaced);
    WorkCalendar without =
        calendars.with(now.version(), CalendarPlan.rest(now, superseded)).hall(place).calendar();
    List<LocalDay> days = LocalDays.read(upload.csv(), upload.number(), earliest(upload), without);
    LocalDate first = days.stream().map(LocalDay::date).min(LocalDate::compareTo).orElseThrow();
    CalendarNotice notice =
        CalendarNotice.of(about.effectiveBy(first), CalendarNotice.Content.ofDays(days), loading);
    List<CalendarChange> changes =
        CalendarChanges.ofDays(
            now.hall(place).calendar(),
            calendars.then(now, superseded, notice).hall(place).calendar(),
            dates(CalendarPlan.and(superseded, notice)).stream());
    return CalendarPlan.of(notice, superseded, replaced, changes, Set.of(place));
  }

  CalendarPlan hours(CalendarUpload upload, CalendarNotice.Loading loading, CalendarSet now) {
    String place = upload.jurisdiction();
    List<OfficeHours.Season> seasons = SeasonFile.read(upload.csv(), earliest(upload));
    CalendarNotice notice =
        CalendarNotice.of(
            CalendarNotice.About.of(
                CalendarFileKind.OFFICE_HOURS, null, upload, seasons.get(0).validFrom()),
            CalendarNotice.Content.ofSeasons(seasons),
            loading);
    List<CalendarNotice> superseded = CalendarPlan.sameMatter(notice.about(), now);
    List<String> replaced = new ArrayList<>(CalendarPlan.citations(superseded));
    for (CalendarNotice one : CalendarPlan.rest(now, superseded)) {
      if (place.equals(one.about().jurisdiction()) && beginAlike(one, notice)) {
        replaced.add(one.about().citation() + "中起始日相同的时段");
      }
    }
    CalendarPlan.requireLeave(upload, "自同一天起的办公时间", replaced);
    List<CalendarChange> changes =
        CalendarChanges.ofHours(
            now.hall(place).hours(), calendars.then(now, superseded, notice).hall(place).hours());
    return CalendarPlan.of(notice, superseded, replaced, changes, Set.of(place));
  }

  /** A notice that names no effective date may arrange any day. */
  private static LocalDate earliest(CalendarUpload upload) {
    return upload.effectiveFrom() == null ? LocalDate.MIN : upload.effectiveFrom();
  }

  private static Set<LocalDate> dates(List<CalendarNotice> notices) {
    Set<LocalDate> dates = new TreeSet<>();
    notices.forEach(one -> one.content().localDays().forEach(day -> dates.add(day.date())));
    return dates;
  }

  private static boolean beginAlike(CalendarNotice one, CalendarNotice other) {
    return one.content().seasons().stream()
        .anyMatch(
            season ->
                other.content().seasons().stream()
                    .anyMatch(more -> more.validFrom().equals(season.validFrom())));
  }
}
