package io.onewindow.promise;

import io.onewindow.calendar.CalendarFileKind;
import io.onewindow.calendar.Notice;
import io.onewindow.calendar.YearFile;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Works out what a notice would change, or why it is refused; writes nothing. */
@Component
class CalendarPlanner {

  private final CalendarUploads uploads;
  private final HallCalendars calendars;
  private final HallNoticePlanner hallNotices;
  private final Clock clock;

  CalendarPlanner(
      CalendarUploads uploads,
      HallCalendars calendars,
      HallNoticePlanner hallNotices,
      Clock clock) {
    this.uploads = uploads;
    this.calendars = calendars;
    this.hallNotices = hallNotices;
    this.clock = clock;
  }

  /**
   * @param now the calendars in force
   * @throws Problem 400 for a wrong field, 409 when it would replace something unasked
   * @throws io.onewindow.calendar.CalendarFileException for a wrong line
   */
  CalendarPlan plan(CalendarUpload sent, String who, CalendarSet now) {
    CalendarUpload upload = uploads.complete(sent);
    CalendarNotice.Loading loading =
        new CalendarNotice.Loading(CalendarUploads.digest(upload.csv()), who, clock.instant());
    return switch (CalendarFileKind.of(upload.csv())) {
      case NATIONAL_YEAR -> year(upload, loading, now);
      case LOCAL_DAYS -> hallNotices.days(upload, loading, now);
      case OFFICE_HOURS -> hallNotices.hours(upload, loading, now);
    };
  }

  private CalendarPlan year(
      CalendarUpload upload, CalendarNotice.Loading loading, CalendarSet now) {
    YearFile file = YearFile.read(upload.csv(), year -> notice(year, upload));
    int year = file.notice().year();
    requireNextOrKnown(year, now);
    List<String> replaced = now.holidays().notice(year).map(Notice::citation).stream().toList();
    CalendarPlan.requireLeave(upload, year + " 年的放假安排", replaced);
    CalendarNotice notice =
        CalendarNotice.of(
            CalendarNotice.About.of(
                CalendarFileKind.NATIONAL_YEAR, year, upload, upload.effectiveFrom()),
            CalendarNotice.Content.ofYear(file.days()),
            loading);
    List<CalendarNotice> superseded = CalendarPlan.sameMatter(notice.about(), now);
    List<CalendarChange> changes =
        CalendarChanges.ofDays(
            now.national(),
            calendars.then(now, superseded, notice).national(),
            LocalDate.of(year - 1, 12, 1).datesUntil(LocalDate.of(year + 1, 1, 1)));
    return CalendarPlan.of(notice, superseded, replaced, changes, now.halls().keySet())
        .withRemarks(file.remarks());
  }

  private static Notice notice(int year, CalendarUpload upload) {
    return new Notice(year, upload.number(), upload.title(), upload.url(), upload.effectiveFrom());
  }

  private static void requireNextOrKnown(int year, CalendarSet now) {
    int first = now.holidays().publishedYears().first();
    int next = now.holidays().publishedYears().last() + 1;
    if (year < first || year > next) {
      String reason = "列的是 " + year + " 年；现在可以载入 " + first + " 年至 " + next + " 年的放假安排";
      throw Problem.badFields(List.of(new Problem.Field("csv", "CSV 内容", reason)));
    }
  }
}
