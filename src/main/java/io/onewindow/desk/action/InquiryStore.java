package io.onewindow.desk.action;

import io.onewindow.casefile.paper.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inquiries of all cases; written in the engine's transaction. */
@Repository
class InquiryStore {

  private static final String QUESTION = "ow_inquiry.question";
  private static final String OPINION = "ow_inquiry.opinion";

  private final JdbcClient jdbc;
  private final TaskMarks marks;
  private final Vault vault;

  InquiryStore(JdbcClient jdbc, TaskMarks marks, Vault vault) {
    this.jdbc = jdbc;
    this.marks = marks;
    this.vault = vault;
  }

  void open(Inquiry inquiry) {
    marks.changed(inquiry.taskId());
    jdbc.sql(
            """
            insert into ow_inquiry (id, kind, receipt_no, jurisdiction, task_id, asked_group,
              asked_person, question, asked_by, asked_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                inquiry.id(),
                inquiry.kind().name(),
                inquiry.receiptNo(),
                inquiry.jurisdiction(),
                inquiry.taskId(),
                inquiry.askedGroup(),
                inquiry.askedPerson(),
                vault.seal(QUESTION, inquiry.question()),
                inquiry.askedBy(),
                at(inquiry.askedAt()),
                inquiry.state().name()))
        .update();
  }

  void standsIn(String id, String processInstanceId) {
    jdbc.sql("update ow_inquiry set process_instance_id = ? where id = ?")
        .params(processInstanceId, id)
        .update();
  }

  void end(Inquiry ended) {
    jdbc.sql(
            """
            update ow_inquiry set state = ?, decision = ?, opinion = ?, ended_by = ?, ended_for = ?,
              ended_at = ?
            where id = ? and state = 'OPEN'
            """)
        .params(
            Arrays.asList(
                ended.state().name(),
                ended.decision() == null ? null : ended.decision().name(),
                vault.seal(OPINION, ended.opinion()),
                ended.endedBy(),
                ended.endedFor(),
                at(ended.endedAt()),
                ended.id()))
        .update();
  }

  Optional<Inquiry> find(String id) {
    return jdbc.sql("select * from ow_inquiry where id = ?")
        .param(id)
        .query(this::inquiry)
        .optional();
  }

  /** In the order they were asked. */
  List<Inquiry> ofTask(String taskId) {
    if (!marks.of(taskId).asking()) {
      return List.of();
    }
    return jdbc.sql("select * from ow_inquiry where task_id = ? order by asked_at, id")
        .param(taskId)
        .query(this::inquiry)
        .list();
  }

  /** In the order they were asked. */
  List<Inquiry> ofCase(String receiptNo) {
    return jdbc.sql("select * from ow_inquiry where receipt_no = ? order by asked_at, id")
        .param(receiptNo)
        .query(this::inquiry)
        .list();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private Inquiry inquiry(ResultSet row, int number) throws SQLException {
    String decision = row.getString("decision");
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Inquiry(
        row.getString("id"),
        Inquiry.Kind.valueOf(row.getString("kind")),
        row.getString("receipt_no"),
        row.getString("jurisdiction"),
        row.getString("task_id"),
        row.getString("process_instance_id"),
        row.getString("asked_group"),
        row.getString("asked_person"),
        vault.open(QUESTION, row.getString("question")),
        row.getString("asked_by"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        Inquiry.State.valueOf(row.getString("state")),
        decision == null ? null : Inquiry.Decision.valueOf(decision),
        vault.open(OPINION, row.getString("opinion")),
        row.getString("ended_by"),
        row.getString("ended_for"),
        ended == null ? null : ended.toInstant());
  }
}
