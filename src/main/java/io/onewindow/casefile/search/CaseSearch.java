package io.onewindow.casefile.search;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.MaskedName;
import io.onewindow.casefile.ServiceNames;
import io.onewindow.department.Departments;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** One search for everybody who works in a hall, among the cases of the halls they work for. */
@Service
public class CaseSearch {

  private static final int PAGE = 20;
  private static final int LAST_PAGE = 500;

  private final JdbcClient jdbc;
  private final KeyedHash hash;
  private final CaseFile files;
  private final Departments departments;
  private final OpenTasks tasks;
  private final ServiceNames services;
  private final Callers callers;

  CaseSearch(
      JdbcClient jdbc,
      KeyedHash hash,
      CaseFile files,
      Departments departments,
      OpenTasks tasks,
      ServiceNames services,
      Callers callers) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.files = files;
    this.departments = departments;
    this.tasks = tasks;
    this.services = services;
    this.callers = callers;
  }

  /**
   * @param typed receipt number or at least its last four digits, part of the name of a company or
   *     of a person, social credit code, number of an identity document or of a result, telephone
   * @param page counted from 0
   * @throws Problem 400 when that cannot be searched for, 401 for nobody
   */
  public SearchPage find(String typed, int page) {
    Caller caller = callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
    if (page < 0 || page > LAST_PAGE) {
      throw Problem.badRequest("page-malformed", "页码应为 0 至 " + LAST_PAGE + " 的整数。");
    }
    List<String> places =
        departments.jurisdictions().stream().map(one -> one.id()).filter(caller::worksFor).toList();
    if (places.isEmpty()) {
      return new SearchPage(List.of(), page, false);
    }
    List<String> numbers = numbers(SearchWords.of(typed, hash), places, page);
    List<String> shown = numbers.subList(0, Math.min(PAGE, numbers.size()));
    return new SearchPage(
        callers.asSystem(() -> described(shown)), page, numbers.size() > shown.size());
  }

  /** One more than a page holds, where there are more. */
  private List<String> numbers(SearchWords words, List<String> places, int page) {
    return jdbc.sql(
            "select c.receipt_no from ow_case c where c.jurisdiction in (:places) and "
                + words.condition()
                + " order by c.received_at desc, c.receipt_no desc"
                + " offset :skipped rows fetch next :most rows only")
        .param("places", places)
        .param("skipped", (long) page * PAGE)
        .param("most", PAGE + 1)
        .params(words.values())
        .query(String.class)
        .list();
  }

  private List<SearchPage.Found> described(List<String> receiptNos) {
    if (receiptNos.isEmpty()) {
      return List.of();
    }
    Map<String, List<SearchPage.OpenTask>> open = tasks.of(receiptNos);
    return receiptNos.stream()
        .flatMap(number -> files.find(number).stream())
        .map(file -> found(file, open.getOrDefault(file.receiptNo(), List.of())))
        .toList();
  }

  private SearchPage.Found found(CaseRecord file, List<SearchPage.OpenTask> open) {
    return new SearchPage.Found(
        file.receiptNo(),
        file.service(),
        services.of(file.service()),
        file.jurisdiction(),
        departments.jurisdiction(file.jurisdiction()).name(),
        file.state().name(),
        file.state().label(),
        MaskedName.of(file.applicantName()),
        file.subject(),
        local(file.receivedAt()),
        open);
  }

  private static OffsetDateTime local(Instant instant) {
    return instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }
}
