package io.onewindow.supervision.figures;

import io.onewindow.supervision.fact.FactRows;
import io.onewindow.supervision.fact.Sum;
import io.onewindow.supervision.fact.SumFilter;
import io.onewindow.supervision.fact.SumReader;
import io.onewindow.supervision.figures.DashboardView.Kept;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Limits that were kept or broken in a period: those of ended work from the sums, and those of work
 * that is still open although its limit has passed.
 */
@Component
class Decided {

  /** Promised limits, and limits of any kind, that passed while the work is open. */
  record Passed(int promised, int any) {}

  private static final String PASSED =
      """
       where ended_at is null and outcome is null and due_at >= :from and due_at < :to
        and due_at < coalesce(paused_at, :now) and jurisdiction in (:places)""";

  private final SumReader sums;
  private final JdbcClient jdbc;
  private final Clock time;

  Decided(SumReader sums, JdbcClient jdbc, Clock time) {
    this.sums = sums;
    this.jdbc = jdbc;
    this.time = time;
  }

  Kept cases(Selection selection) {
    return kept(
        sums.counts(selection.promisesOfCases()),
        passed("ow_fact_case", service("service", selection), selection));
  }

  Kept steps(Selection selection) {
    SumFilter filter = selection.steps();
    String condition =
        " and not container"
            + service("service", selection)
            + (selection.department() == null ? "" : " and department = :department");
    return kept(sums.counts(filter), passed("ow_fact_step", condition, selection));
  }

  private static String service(String column, Selection selection) {
    return (selection.service() == null ? "" : " and " + column + " = :service")
        + (selection.version() == null ? "" : " and version = :version");
  }

  private static Kept kept(Map<?, Sum> ended, Passed open) {
    Sum sum = ended.values().stream().findFirst().orElseGet(Sum::new);
    return Kept.of(
        sum.kept(), sum.broken() + open.promised(), sum.within(), sum.beyond() + open.any());
  }

  private Passed passed(String table, String condition, Selection selection) {
    Instant now = time.instant();
    return jdbc.sql(
            "select coalesce(sum(case when basis = 'PROMISED' then 1 else 0 end), 0), count(*)"
                + " from "
                + table
                + " "
                + PASSED
                + condition)
        .param("from", FactRows.at(selection.period().begin()))
        .param("to", FactRows.at(selection.period().end()))
        .param("now", FactRows.at(now))
        .param("places", selection.jurisdictions())
        .param("service", selection.service())
        .param("version", selection.version())
        .param("department", selection.department())
        .query((row, n) -> new Passed(row.getInt(1), row.getInt(2)))
        .single();
  }
}
