package io.onewindow.promise;

import static io.onewindow.promise.Rows.at;
import static io.onewindow.promise.Rows.instant;

import io.onewindow.engine.CallOrigin;
import io.onewindow.engine.SealedTexts;
import io.onewindow.engine.StepRows;
import io.onewindow.engine.Touches;
import io.onewindow.engine.WithinTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The journal of all clocks, with where what moved them was done, and the pauses of each case;
 * written in the engine's transaction.
 */
@Repository
class ClockJournal {

  private static final String INSERT =
      """
      insert into ow_clock_event (id, process_instance_id, clock_id, kind, happened_at, actor,
        reason, notice_no, old_due, new_due, face, address)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String REASON = "ow_clock_event.reason";

  private final JdbcClient jdbc;
  private final StepRows rows;
  private final Touches touches;
  private final SealedTexts texts;
  private final CallOrigin origin;
  private final WithinTransaction<Map<String, List<Pause>>> known = new WithinTransaction<>();

  ClockJournal(
      JdbcClient jdbc, StepRows rows, Touches touches, SealedTexts texts, CallOrigin origin) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.touches = touches;
    this.texts = texts;
    this.origin = origin;
  }

  void write(ClockEvent event) {
    rows.add(INSERT, values(event));
    touches.touched(event.processInstanceId());
  }

  /** Many at once, sent in one batch. */
  void write(List<ClockEvent> events) {
    rows.addAll(INSERT, events.stream().map(this::values).toList());
    events.forEach(event -> touches.touched(event.processInstanceId()));
  }

  private Object[] values(ClockEvent event) {
    return new Object[] {
      UUID.randomUUID().toString(),
      event.processInstanceId(),
      event.clockId(),
      event.kind().name(),
      at(event.at()),
      event.actor(),
      texts.seal(REASON, event.reason()),
      event.noticeNo(),
      at(event.oldDue()),
      at(event.newDue()),
      origin.face(),
      origin.address()
    };
  }

  List<ClockEvent> of(String processInstanceId) {
    return jdbc.sql(
            "select * from ow_clock_event where process_instance_id = ? order by happened_at, id")
        .param(processInstanceId)
        .query(this::event)
        .list();
  }

  void open(Pause pause) {
    known.get(HashMap::new).clear();
    jdbc.sql(
            """
            insert into ow_pause (id, process_instance_id, kind, notice_no, reason, paused_at,
              paused_by)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            pause.id(),
            pause.processInstanceId(),
            pause.kind().name(),
            pause.noticeNo(),
            pause.reason(),
            at(pause.pausedAt()),
            pause.pausedBy())
        .update();
  }

  void close(String pauseId, Instant when, String by) {
    known.get(HashMap::new).clear();
    jdbc.sql("update ow_pause set resumed_at = ?, resumed_by = ? where id = ?")
        .params(at(when), by, pauseId)
        .update();
  }

  /** The pauses that last; while there is one the case stands still. */
  List<Pause> openPauses(String processInstanceId) {
    return read(processInstanceId).stream().filter(pause -> pause.resumedAt() == null).toList();
  }

  /**
   * Every pause of the case, in the order they began. Each of its elements that begin in one
   * transaction asks.
   */
  List<Pause> pauses(String processInstanceId) {
    return known.get(HashMap::new).computeIfAbsent(processInstanceId, this::read);
  }

  private List<Pause> read(String processInstanceId) {
    return jdbc.sql("select * from ow_pause where process_instance_id = ? order by paused_at, id")
        .param(processInstanceId)
        .query(ClockJournal::pause)
        .list();
  }

  private ClockEvent event(ResultSet row, int number) throws SQLException {
    return new ClockEvent(
        row.getString("process_instance_id"),
        row.getString("clock_id"),
        ClockEvent.Kind.valueOf(row.getString("kind")),
        instant(row, "happened_at"),
        row.getString("actor"),
        texts.open(REASON, row.getString("reason")),
        row.getString("notice_no"),
        instant(row, "old_due"),
        instant(row, "new_due"));
  }

  static Pause pause(ResultSet row, int number) throws SQLException {
    return new Pause(
        row.getString("id"),
        row.getString("process_instance_id"),
        PauseKind.valueOf(row.getString("kind")),
        row.getString("notice_no"),
        row.getString("reason"),
        instant(row, "paused_at"),
        row.getString("paused_by"),
        instant(row, "resumed_at"),
        row.getString("resumed_by"));
  }
}
