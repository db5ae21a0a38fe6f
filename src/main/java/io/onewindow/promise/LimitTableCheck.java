package io.onewindow.promise;

import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.engine.DeploymentCheck;
import io.onewindow.problem.Problem;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.springframework.stereotype.Component;

/**
 * Refuses a table of limits that promises more time than the law allows, or a number that the
 * ledger does not hold. Promise and statute may count differently, so both are counted from every
 * day of the published years.
 */
@Component
class LimitTableCheck implements DeploymentCheck {

  private static final String TABLE = "promised-limit";
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Ledger ledger;
  private final WorkCalendar calendar;
  private final PublicHolidays holidays = PublicHolidays.national();

  LimitTableCheck(Ledger ledger) {
    this.ledger = ledger;
    this.calendar = new WorkCalendar(holidays, OfficeHours.standard());
  }

  @Override
  public void check(String name, byte[] content) {
    if (!name.endsWith(".dmn")) {
      return;
    }
    DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
    if (model.getModelElementById(TABLE) instanceof Decision) {
      LimitTable.rows(model).forEach(this::check);
    }
  }

  private void check(LimitTable.Row row) {
    if (row.service() == null || row.step() == null) {
      throw refusal(row, "没有写明事项或环节");
    }
    if (row.statuteId() != null && !ledger.hasStatute(row.statuteId())) {
      throw refusal(row, "法定时限表中没有编号“" + row.statuteId() + "”");
    }
    if (row.promiseId() == null) {
      return;
    }
    if (!ledger.hasPromise(row.promiseId())) {
      throw refusal(row, "承诺台账中没有编号“" + row.promiseId() + "”");
    }
    Promise promise = ledger.promise(row.promiseId());
    if (promise.isInNaturalHours()) {
      throw refusal(row, "承诺 " + row.promiseId() + " 指自然小时，时限表的小时只计办公时间，会宽于承诺");
    }
    Term promised = promise.term();
    if (!promised.toString().equals(row.value() + " " + row.unit())) {
      throw refusal(row, "表中为 " + row.value() + " " + row.unit() + "，承诺台账为 " + promised);
    }
    Statute statute = ledger.statute(row.statuteId());
    if (statute != null) {
      Optional<LocalDate> exceeded = firstDayLongerThan(promised, statute.term());
      if (exceeded.isPresent()) {
        throw refusal(
            row,
            "承诺时限（%s）长于%s%s的法定时限（%s），例如自 %s 起算"
                .formatted(
                    promised.chinese(),
                    statute.law(),
                    statute.article(),
                    statute.term().chinese(),
                    exceeded.get()));
      }
    }
  }

  private Optional<LocalDate> firstDayLongerThan(Term promised, Term lawful) {
    return LocalDate.of(holidays.publishedYears().first(), 1, 1)
        .datesUntil(LocalDate.of(holidays.publishedYears().last() + 1, 1, 1))
        .filter(
            day -> {
              Instant start = day.atTime(MORNING).atZone(WorkCalendar.ZONE).toInstant();
              Instant due = calendar.deadline(start, promised).due();
              return due.isAfter(calendar.deadline(start, lawful).due());
            })
        .findFirst();
  }

  private static Problem refusal(LimitTable.Row row, String why) {
    return Problem.badRequest("limit-refused", "时限表规则 " + row.ruleId() + " 不能部署：" + why + "。");
  }
}
