package io.onewindow.promise;

import static io.onewindow.promise.Rows.instant;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.onewindow.promise.ClockHistory.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the histories of many cases with three queries. */
@Repository
class ClockHistories {

  private record Extended(String clockId, Instant at) {}

  private static final String CLOCKS =
      "select * from ow_clock where process_instance_id in (:ids)"
          + " and (stopped_at is null or step like '%case') order by id";

  private final JdbcClient jdbc;

  ClockHistories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether a clock runs that was counted while one of the years up to this was not published. */
  boolean isAwaiting(int year) {
    return jdbc.sql(
                "select count(*) from ow_clock where stopped_at is null and estimated_from <= ?")
            .param(year)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Ids of the next cases in which a clock runs, in order. */
  List<String> runningCases(Collection<String> jurisdictions, String after, int most) {
    return jdbc.sql(
            "select distinct process_instance_id from ow_clock where stopped_at is null"
                + " and process_instance_id > :after and jurisdiction in (:places)"
                + " order by process_instance_id fetch first :most rows only")
        .param("after", after)
        .param("places", jurisdictions)
        .param("most", most)
        .query(String.class)
        .list();
  }

  List<ClockHistory> of(Collection<String> processInstanceIds) {
    return read(CLOCKS, processInstanceIds);
  }

  /** The same, with the clocks' rows locked until the transaction ends. */
  List<ClockHistory> locked(Collection<String> processInstanceIds) {
    return read(CLOCKS + " for update", processInstanceIds);
  }

  private List<ClockHistory> read(String sql, Collection<String> ids) {
    Map<String, List<Recorded>> clocks =
        jdbc.sql(sql).param("ids", ids).query(ClockHistories::recorded).list().stream()
            .collect(groupingBy(one -> one.clock().processInstanceId()));
    Map<String, List<Pause>> pauses =
        jdbc
            .sql("select * from ow_pause where process_instance_id in (:ids)")
            .param("ids", ids)
            .query(ClockJournal::pause)
            .list()
            .stream()
            .collect(groupingBy(Pause::processInstanceId));
    Map<String, Instant> extensions =
        jdbc
            .sql(
                "select clock_id, happened_at from ow_clock_event where kind = 'EXTENDED'"
                    + " and process_instance_id in (:ids)")
            .param("ids", ids)
            .query((row, n) -> new Extended(row.getString(1), instant(row, "happened_at")))
            .list()
            .stream()
            .collect(toMap(Extended::clockId, Extended::at, (one, two) -> one));
    return clocks.entrySet().stream()
        .map(
            one ->
                new ClockHistory(
                    one.getValue(), pauses.getOrDefault(one.getKey(), List.of()), extensions))
        .toList();
  }

  /** Rows from before the column was there are taken to be written when their clock began. */
  private static Recorded recorded(ResultSet row, int number) throws SQLException {
    StepClock clock = ClockRows.clock(row, number);
    Instant at = instant(row, "recorded_at");
    return new Recorded(clock, at == null ? clock.startedAt() : at);
  }
}
