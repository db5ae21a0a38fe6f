package io.onewindow.supervision.fact;

import io.onewindow.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up a month anew from the facts. */
@Repository
class MonthSums {

  private static final String ENDED = " where ended_at >= :from and ended_at < :to";
  private static final String DECIDED =
      " where outcome in ('KEPT', 'BROKEN') and decided_at >= :from and decided_at < :to";

  private final JdbcClient jdbc;
  private final SumStore store;
  private final TimeStore times;

  MonthSums(JdbcClient jdbc, SumStore store, TimeStore times) {
    this.times = times;
    this.jdbc = jdbc;
    this.store = store;
  }

  /**
   * @return how many sums were otherwise before
   */
  int recount(YearMonth month) {
    Sums sums = Sums.of(month);
    each(
        "select * from ow_fact_case where started_at >= :from and started_at < :to",
        month,
        FactRows::caseFact,
        fact -> sums.received(fact, 1));
    each(
        "select * from ow_fact_case" + ENDED,
        month,
        FactRows::caseFact,
        fact -> sums.ended(fact, 1));
    each(
        "select * from ow_fact_case" + DECIDED,
        month,
        FactRows::caseFact,
        fact -> sums.decided(fact, 1));
    each(
        "select * from ow_fact_step" + ENDED,
        month,
        FactRows::stepFact,
        fact -> sums.ended(fact, 1));
    each(
        "select * from ow_fact_step" + DECIDED,
        month,
        FactRows::stepFact,
        fact -> sums.decided(fact, 1));
    return store.replace(month, sums.all()) + times.replace(month, sums.shared());
  }

  private <T> void each(String sql, YearMonth month, RowMapper<T> row, Consumer<T> deed) {
    try (Stream<T> rows =
        jdbc
            .sql(sql)
            .param("from", FactRows.at(begin(month)))
            .param("to", FactRows.at(endOfItsWeeks(month)))
            .query(row)
            .stream()) {
      rows.forEach(deed);
    }
  }

  private static Instant endOfItsWeeks(YearMonth month) {
    LocalDate sunday = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return sunday.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
  }

  private static Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
  }

  /** The first month after this one that has facts or sums. */
  Optional<YearMonth> next(YearMonth after) {
    Instant from = begin(after.plusMonths(1));
    List<Instant> earliest =
        Stream.of(
                "select min(started_at) as at from ow_fact_case where started_at >= :from",
                "select min(ended_at) as at from ow_fact_case where ended_at >= :from",
                decided("ow_fact_case", Outcome.KEPT),
                decided("ow_fact_case", Outcome.BROKEN),
                "select min(ended_at) as at from ow_fact_step where ended_at >= :from",
                decided("ow_fact_step", Outcome.KEPT),
                decided("ow_fact_step", Outcome.BROKEN))
            .flatMap(sql -> earliest(sql, from).stream())
            .toList();
    Stream<YearMonth> ofFacts =
        earliest.stream().map(at -> YearMonth.from(LocalDate.ofInstant(at, WorkCalendar.ZONE)));
    return Stream.concat(ofFacts, ofSums(after).stream()).min(YearMonth::compareTo);
  }

  /** For one outcome alone, so that the index leads to the first and nothing else is read. */
  private static String decided(String table, Outcome outcome) {
    return "select min(decided_at) as at from %s where outcome = '%s' and decided_at >= :from"
        .formatted(table, outcome);
  }

  private Optional<Instant> earliest(String sql, Instant from) {
    return Optional.ofNullable(
        jdbc.sql(sql)
            .param("from", FactRows.at(from))
            .query((row, n) -> Optional.ofNullable(FactRows.instant(row, "at")))
            .single()
            .orElse(null));
  }

  private Optional<YearMonth> ofSums(YearMonth after) {
    return jdbc.sql("select min(on_day) as first_day from ow_fact_sum where on_day >= :from")
        .param("from", after.plusMonths(1).atDay(1))
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .map(YearMonth::from);
  }
}
