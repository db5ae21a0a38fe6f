package io.onewindow.desk.action;

import io.onewindow.engine.WithinTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who signs which task, in their order; written in the engine's transaction and, since every event
 * of a task asks, read once in it.
 */
@Repository
class SignerStore {

  private final JdbcClient jdbc;
  private final TaskMarks marks;
  private final WithinTransaction<Map<String, List<Signer>>> known = new WithinTransaction<>();

  SignerStore(JdbcClient jdbc, TaskMarks marks) {
    this.jdbc = jdbc;
    this.marks = marks;
  }

  List<Signer> of(String taskId) {
    return known
        .get(HashMap::new)
        .computeIfAbsent(taskId, key -> marks.of(key).signed() ? read(key) : List.of());
  }

  private List<Signer> read(String taskId) {
    return jdbc.sql("select * from ow_signer where task_id = ? order by place")
        .param(taskId)
        .query(SignerStore::signer)
        .list();
  }

  private JdbcClient.StatementSpec changing(String taskId, String sql) {
    known.get(HashMap::new).remove(taskId);
    marks.changed(taskId);
    return jdbc.sql(sql);
  }

  void add(String taskId, int place, String person) {
    changing(taskId, "insert into ow_signer (task_id, place, person) values (?, ?, ?)")
        .params(taskId, place, person)
        .update();
  }

  /**
   * @param when null: the person has to sign again
   */
  void signed(String taskId, int place, Instant when) {
    changing(taskId, "update ow_signer set signed_at = ? where task_id = ? and place = ?")
        .params(Arrays.asList(at(when), taskId, place))
        .update();
  }

  void replace(String taskId, int place, String person) {
    changing(taskId, "update ow_signer set person = ? where task_id = ? and place = ?")
        .params(person, taskId, place)
        .update();
  }

  /** Strikes everybody from that place on. */
  void removeFrom(String taskId, int place) {
    changing(taskId, "delete from ow_signer where task_id = ? and place >= ?")
        .params(taskId, place)
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Signer signer(ResultSet row, int number) throws SQLException {
    OffsetDateTime signed = row.getObject("signed_at", OffsetDateTime.class);
    return new Signer(
        row.getInt("place"), row.getString("person"), signed == null ? null : signed.toInstant());
  }
}
