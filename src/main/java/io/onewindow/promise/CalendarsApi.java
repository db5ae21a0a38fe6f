package io.onewindow.promise;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the calendars to everybody and lets administrators load notices and take them back. */
@RestController
class CalendarsApi {

  /**
   * A request to take a notice back.
   *
   * @param effectiveFrom the first day on which it no longer holds, in Asia/Shanghai; today if null
   */
  record Withdrawal(LocalDate effectiveFrom, String reason) {}

  private static final String NOTICE = "/api/v1/calendars/{jurisdiction}/notices/{id}";

  private final CalendarViews views;
  private final CalendarNotices notices;
  private final CalendarWithdrawals withdrawals;
  private final Callers callers;

  CalendarsApi(
      CalendarViews views,
      CalendarNotices notices,
      CalendarWithdrawals withdrawals,
      Callers callers) {
    this.views = views;
    this.notices = notices;
    this.withdrawals = withdrawals;
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

  /** What taking a notice back would change; changes nothing. Administrators only. */
  @PostMapping(value = NOTICE + "/withdrawal/preview", consumes = "application/json")
  CalendarOutcome previewWithdrawal(
      @PathVariable String jurisdiction, @PathVariable String id, @RequestBody Withdrawal wanted) {
    return withdrawals.preview(asked(jurisdiction, id, wanted), administrator());
  }

  /** Takes a hall's notice back; 201 with what that changed. Administrators only. */
  @PostMapping(value = NOTICE + "/withdrawal", consumes = "application/json")
  @ResponseStatus(HttpStatus.CREATED)
  CalendarOutcome withdraw(
      @PathVariable String jurisdiction, @PathVariable String id, @RequestBody Withdrawal wanted) {
    return withdrawals.withdraw(asked(jurisdiction, id, wanted), administrator());
  }

  private static CalendarWithdrawals.Asked asked(
      String jurisdiction, String id, Withdrawal wanted) {
    return new CalendarWithdrawals.Asked(jurisdiction, id, wanted.effectiveFrom(), wanted.reason());
  }

  private String administrator() {
    Caller caller = callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
    if (!caller.isAdministrator()) {
      throw Problem.forbidden("administrator-required", "只有系统管理员可以载入或撤回日历通知。");
    }
    return caller.id();
  }
}
