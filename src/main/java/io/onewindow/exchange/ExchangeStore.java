package io.onewindow.exchange;

import io.onewindow.casefile.paper.Vault;
import io.onewindow.exchange.Parcel.Kind;
import io.onewindow.exchange.Parcel.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What departments' systems are told, with what became of it. */
@Repository
class ExchangeStore {

  private static final String BODY = "ow_exchange.body";

  private final JdbcClient jdbc;
  private final Vault vault;

  ExchangeStore(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  void add(Parcel parcel, String department, Instant now) {
    jdbc.sql(
            """
            insert into ow_exchange (request_id, kind, system_id, receipt_no, jurisdiction,
              department, subject, task_id, body, state, created_at, tries)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """)
        .params(
            Arrays.asList(
                parcel.requestId(),
                parcel.kind().name(),
                parcel.systemId(),
                parcel.receiptNo(),
                parcel.jurisdiction(),
                department,
                parcel.subject(),
                parcel.taskId(),
                vault.seal(BODY, parcel.body()),
                parcel.state().name(),
                utc(now)))
        .update();
  }

  /** It, if it is still to be sent. It stays unlocked: its receiver may answer meanwhile. */
  Optional<Parcel> waiting(String requestId) {
    return find("select * from ow_exchange where request_id = ? and state = 'WAITING'", requestId);
  }

  Optional<Parcel> find(String requestId) {
    return find("select * from ow_exchange where request_id = ?", requestId);
  }

  /** It, if it was for that system; others who want to answer wait until the transaction ends. */
  Optional<Parcel> lock(String requestId, String systemId) {
    return find("select * from ow_exchange where request_id = ? for update", requestId)
        .filter(one -> one.systemId().equals(systemId));
  }

  private Optional<Parcel> find(String query, String requestId) {
    return jdbc.sql(query).param(requestId).query((row, n) -> parcel(row)).optional();
  }

  private Parcel parcel(ResultSet row) throws SQLException {
    return new Parcel(
        row.getString("request_id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("system_id"),
        row.getString("receipt_no"),
        row.getString("jurisdiction"),
        row.getString("subject"),
        row.getString("task_id"),
        vault.open(BODY, row.getString("body")),
        State.valueOf(row.getString("state")),
        row.getString("incident_id"));
  }

  /** It arrived; an answer that was faster stands. */
  void delivered(String requestId, Instant now) {
    jdbc.sql(
            "update ow_exchange set delivered_at = ?, body = null,"
                + " state = case when state = 'WAITING' then 'DELIVERED' else state end"
                + " where request_id = ? and delivered_at is null")
        .params(utc(now), requestId)
        .update();
  }

  void settled(String requestId, State state, Instant now) {
    jdbc.sql("update ow_exchange set state = ?, settled_at = ?, body = null where request_id = ?")
        .params(state.name(), utc(now), requestId)
        .update();
  }

  void failed(String requestId, String reason, Instant now) {
    OffsetDateTime at = utc(now);
    jdbc.sql(
            "update ow_exchange set tries = tries + 1, last_failed_at = ?, last_failure = ?,"
                + " first_failed_at = coalesce(first_failed_at, ?) where request_id = ?")
        .params(at, reason, at, requestId)
        .update();
  }

  /**
   * @param incidentId null when it is over
   */
  void incident(String requestId, String incidentId) {
    jdbc.sql("update ow_exchange set incident_id = ? where request_id = ?")
        .params(Arrays.asList(incidentId, requestId))
        .update();
  }

  /** Forgets what of a case could name persons. */
  void clear(String receiptNo) {
    jdbc.sql("update ow_exchange set body = null where receipt_no = ?").param(receiptNo).update();
    jdbc.sql(
            "update ow_exchange_answer set note = null where request_id in"
                + " (select request_id from ow_exchange where receipt_no = ?)")
        .param(receiptNo)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
