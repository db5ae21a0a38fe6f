package io.onewindow.promise;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the calendars to everybody and lets administrators load notices. */
@RestController
class CalendarsApi {

  private final CalendarViews views;
  private final CalendarNotices notices;
  private final Callers callers;

  CalendarsApi(CalendarViews views, CalendarNotices notices, Callers callers) {
    this.views = views;
    this.notices = notices;
    this.callers = callers;
  }

  /** Each jurisdiction's years with their notices, its own notices and its office hours. */
  @GetMapping("/api/v1/calendars")
  List<CalendarViews.Hall> all() {
    return views.all();
  }

  /** Every day of one year. */
  @GetMapping("/api/v1/calendars/{jurisdiction}/{year}")
  CalendarViews.Year year(@PathVariable String jurisdiction, @PathVariable int year) {
    return views.year(jurisdiction, year);
  }

  /** What a notice would change; changes nothing. Administrators only. */
  @PostMapping(value = "/api/v1/calendars/preview", consumes = "application/json")
  CalendarOutcome preview(@RequestBody CalendarUpload upload) {
    return notices.preview(upload, administrator());
  }

  /** Loads a notice; 201 with what it changed. Administrators only. */
  @PostMapping(value = "/api/v1/calendars", consumes = "application/json")
  @ResponseStatus(HttpStatus.CREATED)
  CalendarOutcome load(@RequestBody CalendarUpload upload) {
    return notices.load(upload, administrator());
  }

  private String administrator() {
    Caller caller = callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
    if (!caller.isAdministrator()) {
      throw Problem.forbidden("administrator-required", "只有系统管理员可以载入日历通知。");
    }
    return caller.id();
  }
}
