package io.onewindow.promise;

import static io.onewindow.promise.Rows.instant;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recorded clocks and pauses of many cases at once, for those who count what happened. */
@Repository
public class ClockRecords {

  /**
   * A clock as recorded.
   *
   * @param recordedAt when its row was written: the element's own beginning, which a start counted
   *     from an earlier receipt precedes
   * @param returned whether an officer returned the case to the element after the clock had stopped
   */
  public record RecordedClock(StepClock clock, Instant recordedAt, boolean returned) {}

  private final JdbcClient jdbc;

  ClockRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Every clock of these services' process instances, in the order they were recorded, by instance.
   */
  public Map<String, List<RecordedClock>> clocks(Collection<String> processInstanceIds) {
    return jdbc
        .sql(
            "select * from ow_clock where process_instance_id in (:ids)"
                + " order by recorded_at, started_at, id")
        .param("ids", processInstanceIds)
        .query(ClockRecords::recorded)
        .list()
        .stream()
        .collect(groupingBy(one -> one.clock().processInstanceId()));
  }

  /** The clocks of these ids, by id. */
  public Map<String, StepClock> clocksById(Collection<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : jdbc
            .sql("select * from ow_clock where id in (:ids)")
            .param("ids", ids)
            .query(ClockRows::clock)
            .list()
            .stream()
            .collect(toMap(StepClock::id, clock -> clock));
  }

  /** Every pause of these services' process instances, in the order they began, by instance. */
  public Map<String, List<Pause>> pauses(Collection<String> processInstanceIds) {
    return jdbc
        .sql("select * from ow_pause where process_instance_id in (:ids) order by paused_at, id")
        .param("ids", processInstanceIds)
        .query(ClockJournal::pause)
        .list()
        .stream()
        .collect(groupingBy(Pause::processInstanceId));
  }

  private static RecordedClock recorded(ResultSet row, int number) throws SQLException {
    StepClock clock = ClockRows.clock(row, number);
    Instant at = instant(row, "recorded_at");
    return new RecordedClock(
        clock, at == null ? clock.startedAt() : at, row.getBoolean("returned"));
  }
}
