package io.onewindow.supervision.figures;

import static java.util.stream.Collectors.groupingBy;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.problem.Problem;
import io.onewindow.promise.HallCalendars;
import io.onewindow.promise.Pause;
import io.onewindow.supervision.AttributableTime.Share;
import io.onewindow.supervision.Party;
import io.onewindow.supervision.fact.CaseFact;
import io.onewindow.supervision.fact.FactRows;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.fact.StepFact;
import io.onewindow.supervision.fact.Sum;
import io.onewindow.supervision.fact.SumFilter;
import io.onewindow.supervision.fact.SumReader;
import io.onewindow.supervision.fact.TimeReader;
import io.onewindow.supervision.fact.TimeShares;
import io.onewindow.supervision.figures.AttributableView.ShareLine;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shares out the time of many cases: those that ended in a period, and those open now. */
@Component
class Attributable {

  private final SumReader sums;
  private final TimeReader times;
  private final HallCalendars calendars;
  private final Departments departments;
  private final Projection projection;
  private final JdbcClient jdbc;
  private final Clock time;

  Attributable(
      SumReader sums,
      TimeReader times,
      HallCalendars calendars,
      Departments departments,
      Projection projection,
      JdbcClient jdbc,
      Clock time) {
    this.sums = sums;
    this.times = times;
    this.calendars = calendars;
    this.departments = departments;
    this.projection = projection;
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * @throws Problem 400 for a department: time is shared out among all who had a case
   */
  AttributableView of(Selection selection, Query query) {
    if (selection.department() != null) {
      throw Problem.badRequest("filter-refused", "用时归因在一件办件的各方之间分配，不能只选一个部门；请去掉参数 department。");
    }
    boolean withOpen = !Boolean.FALSE.equals(query.truth("open"));
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    SumFilter ended = selection.cases().of(List.of("C"));
    Map<Party, Long> taken = new HashMap<>();
    times.shares(ended).forEach(share -> add(taken, share));
    int count = sums.counts(ended).values().stream().mapToInt(Sum::ended).sum();
    List<CaseFact> open = withOpen ? open(selection) : List.of();
    addOpen(taken, open, now);
    long total = taken.values().stream().mapToLong(Long::longValue).sum();
    return new AttributableView(
        Shares.local(now),
        projection.state().behind(),
        selection.period().from(),
        selection.period().to(),
        withOpen ? "期内办结的办件，以及截至目前仍在办的办件" : "期内办结的办件",
        count + open.size(),
        open.size(),
        total,
        lines(taken, total));
  }

  private static List<ShareLine> lines(Map<Party, Long> taken, long total) {
    return taken.entrySet().stream()
        .sorted(
            Map.Entry.<Party, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .map(
            one ->
                new ShareLine(
                    one.getKey().kind().name(),
                    one.getKey().kind().label(),
                    one.getKey().name(),
                    one.getValue(),
                    Shares.of(one.getValue(), total)))
        .toList();
  }

  private static void add(Map<Party, Long> taken, Share share) {
    taken.merge(share.party(), share.millis(), Long::sum);
  }

  private List<CaseFact> open(Selection selection) {
    return jdbc.sql(
            "select * from ow_fact_case where ended_at is null and whole"
                + " and jurisdiction in (:places)"
                + (selection.service() == null ? "" : " and service = :service")
                + (selection.version() == null ? "" : " and version = :version"))
        .param("places", selection.jurisdictions())
        .param("service", selection.service())
        .param("version", selection.version())
        .query(FactRows::caseFact)
        .list();
  }

  /** What is stored up to what happened last, and what has passed since. */
  private void addOpen(Map<Party, Long> taken, List<CaseFact> open, Instant now) {
    Map<String, List<StepFact>> steps = openSteps(open);
    Map<String, List<Pause>> pauses = openPauses(open);
    Map<String, WorkCalendar> halls = new HashMap<>();
    for (CaseFact one : open) {
      one.shares().forEach(share -> add(taken, share));
      if (one.sharedTo().isBefore(now)) {
        WorkCalendar calendar = halls.computeIfAbsent(one.jurisdiction(), calendars::of);
        new TimeShares(calendar, departments)
            .between(
                one.sharedTo(),
                now,
                steps.getOrDefault(one.receiptNo(), List.of()),
                pauses.getOrDefault(one.receiptNo(), List.of()))
            .forEach(share -> add(taken, share));
      }
    }
  }

  private Map<String, List<StepFact>> openSteps(List<CaseFact> open) {
    return open.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                "select * from ow_fact_step where ended_at is null and task_id is not null"
                    + " and jurisdiction in (:places)")
            .param("places", places(open))
            .query(FactRows::stepFact)
            .list()
            .stream()
            .collect(groupingBy(StepFact::receiptNo));
  }

  private record Stands(String receiptNo, Pause pause) {}

  private Map<String, List<Pause>> openPauses(List<CaseFact> open) {
    Map<String, List<Pause>> found = new HashMap<>();
    if (!open.isEmpty()) {
      jdbc.sql(
              "select c.receipt_no, min(p.paused_at) as paused_at from ow_pause p"
                  + " join ow_fact_case c on c.process_instance_id = p.process_instance_id"
                  + " where p.resumed_at is null and c.ended_at is null"
                  + " and c.jurisdiction in (:places) group by c.receipt_no")
          .param("places", places(open))
          .query(
              (row, n) -> new Stands(row.getString(1), since(FactRows.instant(row, "paused_at"))))
          .list()
          .forEach(
              one ->
                  found
                      .computeIfAbsent(one.receiptNo(), number -> new ArrayList<>())
                      .add(one.pause()));
    }
    return found;
  }

  /** Only since when matters here. */
  private static Pause since(Instant at) {
    return new Pause(null, null, null, null, null, at, null, null, null);
  }

  private static List<String> places(List<CaseFact> open) {
    return open.stream().map(CaseFact::jurisdiction).distinct().toList();
  }
}
