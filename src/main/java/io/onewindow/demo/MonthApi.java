package io.onewindow.demo;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The played month: everybody may watch it, an administrator begins and stops it. */
@RestController
@Profile("demo & !sandbox")
@RequestMapping("/api/v1/demo/month")
class MonthApi {

  private final Months months;
  private final Callers callers;

  MonthApi(Months months, Callers callers) {
    this.months = months;
    this.callers = callers;
  }

  @GetMapping
  MonthView show() {
    return months.view();
  }

  /** Begins to play; the answer comes at once. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  MonthView begin() {
    requireAdministrator();
    return months.begin();
  }

  /** Stops it; what was played stays. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  MonthView stop() {
    requireAdministrator();
    return months.stop();
  }

  private void requireAdministrator() {
    if (callers.current().filter(Caller::isAdministrator).isEmpty()) {
      throw Problem.forbidden("administrator-only", "生成演示办件须由系统管理员办理。");
    }
  }
}
