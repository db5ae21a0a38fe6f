package io.onewindow.supervision.fact;

import io.onewindow.engine.StepRows;
import io.onewindow.engine.TouchedInstances;
import io.onewindow.promise.CalendarChanged;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where something happened since the figures were counted. A row is written with what happened and
 * seen once that is committed; only rows that were read are deleted. So nothing is missed, in
 * whatever order transactions end.
 */
@Repository
class DueCases implements TouchedInstances {

  /** A process instance in which something happened. */
  record Due(long id, String instanceId) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final StepRows rows;

  DueCases(JdbcClient jdbc, JdbcTemplate batches, StepRows rows) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.rows = rows;
  }

  @Override
  public void touched(Set<String> processInstanceIds) {
    rows.addAll(
        "insert into ow_fact_due (instance_id) values (?)",
        processInstanceIds.stream().map(id -> new Object[] {id}).toList());
  }

  /** Office time that has passed may be counted otherwise now. */
  @EventListener
  void changed(CalendarChanged calendars) {
    jdbc.sql(
            "insert into ow_fact_due (instance_id) select process_instance_id from ow_fact_case"
                + " where whole and jurisdiction in (:places)")
        .param("places", calendars.jurisdictions())
        .update();
  }

  /** The oldest of them. */
  List<Due> next(int most) {
    return jdbc.sql(
            "select id, instance_id from ow_fact_due order by id fetch first :most rows only")
        .param("most", most)
        .query((row, n) -> new Due(row.getLong(1), row.getString(2)))
        .list();
  }

  void takenIn(List<Due> due) {
    batches.batchUpdate(
        "delete from ow_fact_due where id = ?",
        due.stream().map(one -> new Object[] {one.id()}).toList());
  }

  int count() {
    return jdbc.sql("select count(distinct instance_id) from ow_fact_due")
        .query(Integer.class)
        .single();
  }
}
