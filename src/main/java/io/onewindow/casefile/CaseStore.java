package io.onewindow.casefile;

import io.onewindow.engine.WithinTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.H2SequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer;
import org.springframework.stereotype.Repository;

/** The case files; written in the engine's own transaction. */
@Repository
class CaseStore {

  private static final String SEQUENCE = "ow_receipt_number";
  private static final String FIND = "select * from ow_case where receipt_no = ?";

  private final JdbcClient jdbc;
  private final DataFieldMaxValueIncrementer running;
  private final WithinTransaction<Map<String, CaseRecord>> known = new WithinTransaction<>();

  CaseStore(JdbcClient jdbc, DataSource dataSource) throws SQLException {
    this.jdbc = jdbc;
    this.running = sequence(dataSource);
  }

  private static DataFieldMaxValueIncrementer sequence(DataSource dataSource) throws SQLException {
    try (var connection = dataSource.getConnection()) {
      String url = connection.getMetaData().getURL();
      return DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.H2
          ? new H2SequenceMaxValueIncrementer(dataSource, SEQUENCE)
          : new PostgresSequenceMaxValueIncrementer(dataSource, SEQUENCE);
    }
  }

  long nextNumber() {
    return running.nextLongValue();
  }

  void add(CaseRecord record) {
    jdbc.sql(
            """
            insert into ow_case (receipt_no, jurisdiction, service, process_instance_id,
              applicant_name, subject, state, channel, received_by, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            record.receiptNo(),
            record.jurisdiction(),
            record.service(),
            record.processInstanceId(),
            record.applicantName(),
            record.subject(),
            record.state().name(),
            record.channel(),
            record.receivedBy(),
            at(record.receivedAt()))
        .update();
    known().put(record.receiptNo(), record);
  }

  /** Everything that hears of a case asks for its file: it is read once until it changes. */
  private Map<String, CaseRecord> known() {
    return known.get(HashMap::new);
  }

  private JdbcClient.StatementSpec changing(String receiptNo, String sql) {
    known().remove(receiptNo);
    return jdbc.sql(sql);
  }

  void state(String receiptNo, CaseState state) {
    changing(receiptNo, "update ow_case set state = ? where receipt_no = ?")
        .params(state.name(), receiptNo)
        .update();
  }

  void accepted(String receiptNo, Instant when) {
    changing(receiptNo, "update ow_case set state = ?, accepted_at = ? where receipt_no = ?")
        .params(CaseState.ACCEPTED.name(), at(when), receiptNo)
        .update();
  }

  /** The result exists from then on; the first time counts. */
  void decided(String receiptNo, Instant when) {
    jdbc.sql("update ow_case set decided_at = ? where receipt_no = ? and decided_at is null")
        .params(at(when), receiptNo)
        .update();
  }

  /** As {@link #find}; whoever else locks or changes the case waits until this transaction ends. */
  Optional<CaseRecord> locked(String receiptNo) {
    known().remove(receiptNo);
    return find(receiptNo, FIND + " for update");
  }

  boolean isDecided(String receiptNo) {
    return jdbc.sql(
                "select count(*) from ow_case where receipt_no = ?"
                    + " and (decided_at is not null or state in ('REFUSED', 'REJECTED', 'ISSUED'))")
            .param(receiptNo)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Closes the case once; a case that is closed stays as it was. */
  void closed(String receiptNo, CaseState state, Instant when) {
    changing(
            receiptNo,
            "update ow_case set state = ?, closed_at = ?"
                + " where receipt_no = ? and closed_at is null")
        .params(state.name(), at(when), receiptNo)
        .update();
  }

  Optional<CaseRecord> find(String receiptNo) {
    return find(receiptNo, FIND);
  }

  private Optional<CaseRecord> find(String receiptNo, String sql) {
    return Optional.ofNullable(
        known()
            .computeIfAbsent(
                receiptNo,
                key -> jdbc.sql(sql).param(key).query(CaseStore::record).optional().orElse(null)));
  }

  List<CaseRecord> all(Collection<String> receiptNumbers) {
    if (receiptNumbers.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("select * from ow_case where receipt_no in (:numbers)")
        .param("numbers", receiptNumbers)
        .query(CaseStore::record)
        .list();
  }

  boolean hasNotice(String receiptNo) {
    return jdbc.sql("select count(*) from ow_notice where receipt_no = ?")
            .param(receiptNo)
            .query(Long.class)
            .single()
        > 0;
  }

  Optional<CaseNotice> notice(String receiptNo) {
    return jdbc.sql("select * from ow_notice where receipt_no = ?")
        .param(receiptNo)
        .query(
            (row, n) ->
                new CaseNotice(
                    row.getString("notice_no"),
                    row.getString("receipt_no"),
                    row.getString("items"),
                    instant(row, "issued_at")))
        .optional();
  }

  void addNotice(String noticeNo, String receiptNo, String items, String by, Instant when) {
    jdbc.sql(
            "insert into ow_notice (notice_no, receipt_no, items, issued_by, issued_at)"
                + " values (?, ?, ?, ?, ?)")
        .params(noticeNo, receiptNo, items, by, at(when))
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static CaseRecord record(ResultSet row, int number) throws SQLException {
    return new CaseRecord(
        row.getString("receipt_no"),
        row.getString("jurisdiction"),
        row.getString("service"),
        row.getString("process_instance_id"),
        row.getString("applicant_name"),
        row.getString("subject"),
        CaseState.valueOf(row.getString("state")),
        row.getString("channel"),
        row.getString("received_by"),
        instant(row, "received_at"),
        instant(row, "accepted_at"),
        instant(row, "closed_at"));
  }
}
