package io.onewindow.supervision.history;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Turns what was asked for into a selection of cases, or says in Chinese what is wrong with it. */
@Component
public class CaseSelections {

  /** Days beyond these no database can compare. */
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

  private final Departments departments;
  private final RepositoryService repository;
  private final Callers callers;
  private final Clock time;

  CaseSelections(
      Departments departments, RepositoryService repository, Callers callers, Clock time) {
    this.departments = departments;
    this.repository = repository;
    this.callers = callers;
    this.time = time;
  }

  /**
   * The signed-in supervisor, or an administrator.
   *
   * @throws Problem 401 for nobody, 403 for anybody else
   */
  public Caller supervisor() {
    Caller caller = callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
    if (!caller.groups().contains(StaffGroup.SUPERVISOR) && !caller.isAdministrator()) {
      throw Problem.forbidden("supervisors-only", "须由督办人员或系统管理员办理。");
    }
    return caller;
  }

  /**
   * What a supervisor asks for, within the jurisdictions the supervisor works for.
   *
   * @param from first day of receipt, e.g. {@code 2026-09-01}; null for since ever
   * @param to last day of receipt; null for until now
   * @param service null for all
   * @param jurisdiction null for all the caller may see
   * @throws Problem 400 for what is malformed or unknown, 403 for another's jurisdiction
   */
  public CaseSelection of(
      Caller caller, String from, String to, String service, String jurisdiction) {
    return select(from, to, service, jurisdiction, caller::worksFor);
  }

  /** The same for the system itself, which may see everything. */
  public CaseSelection ofAll(String from, String to, String service, String jurisdiction) {
    return select(from, to, service, jurisdiction, any -> true);
  }

  private CaseSelection select(
      String from, String to, String service, String place, Predicate<String> visible) {
    LocalDate first = date("from", from);
    LocalDate last = date("to", to);
    if (first != null && last != null && last.isBefore(first)) {
      throw Problem.badRequest(
          "period-reversed", "期间的止日 " + last + " 早于起日 " + first + "，请核对 from 和 to。");
    }
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant end = last == null ? now : startOf(last.plusDays(1));
    return new CaseSelection(
        first == null ? Instant.EPOCH : startOf(first),
        end.isAfter(now) ? now : end,
        service(service),
        places(given(place), visible));
  }

  private Set<String> places(String asked, Predicate<String> visible) {
    if (asked != null) {
      String id = departments.jurisdiction(asked).id();
      if (!visible.test(id)) {
        throw Problem.forbidden(
            "other-jurisdiction", "您不负责" + departments.jurisdiction(id).name() + "的督办。");
      }
      return Set.of(id);
    }
    Set<String> all =
        departments.jurisdictions().stream()
            .map(Jurisdiction::id)
            .filter(visible)
            .collect(Collectors.toSet());
    if (all.isEmpty()) {
      throw Problem.forbidden("no-jurisdiction", "您没有负责督办的辖区，请联系系统管理员。");
    }
    return all;
  }

  private String service(String asked) {
    String key = given(asked);
    if (key == null || isDeployed(key)) {
      return key;
    }
    throw Problem.badRequest(
        "unknown-service", "没有事项“" + key + "”，请使用流程的英文标识，例如 company-registration。");
  }

  private boolean isDeployed(String key) {
    return callers.asSystem(
        () -> repository.createProcessDefinitionQuery().processDefinitionKey(key).count() > 0);
  }

  private static LocalDate date(String name, String text) {
    if (given(text) == null) {
      return null;
    }
    try {
      return sensible(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException malformed) {
      throw Problem.badRequest("period-malformed", name + "：“" + text + "”不是日期，应如 2026-09-01。");
    }
  }

  private static LocalDate sensible(LocalDate day) {
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      throw Problem.badRequest("period-uncovered", "期间应在 " + EARLIEST + " 至 " + LATEST + " 之间。");
    }
    return day;
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
