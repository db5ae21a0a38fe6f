package io.onewindow.exchange;

import io.onewindow.casefile.paper.Vault;
import io.onewindow.exchange.AnswerView.Outcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What departments' systems answered, each answer once. */
@Repository
class AnswerStore {

  /** An answer that was given before. */
  record Before(String digest, String requestId, Outcome outcome) {}

  private static final String NOTE = "ow_exchange_answer.note";

  private final JdbcClient jdbc;
  private final Vault vault;

  AnswerStore(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** What that system said before under the same key. */
  Optional<Before> before(DepartmentSystem system, String key) {
    return jdbc.sql(
            "select digest, request_id, outcome from ow_exchange_answer"
                + " where system_id = ? and answer_key = ?")
        .params(system.id(), key)
        .query(
            (row, n) ->
                new Before(row.getString(1), row.getString(2), Outcome.valueOf(row.getString(3))))
        .optional();
  }

  void keep(
      DepartmentSystem system,
      String key,
      String digest,
      AnswerOrder order,
      AnswerView said,
      Instant now) {
    jdbc.sql(
            """
            insert into ow_exchange_answer (system_id, answer_key, digest, request_id, status,
              outcome, note, answered_at) values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                system.id(),
                key,
                digest,
                said.requestId(),
                order.status(),
                said.outcome().name(),
                vault.seal(NOTE, order.note()),
                now.atOffset(ZoneOffset.UTC)))
        .update();
  }

  /** The newest note on that request; null for none. */
  String note(String requestId) {
    return jdbc.sql(
            "select note from ow_exchange_answer where request_id = ? and note is not null"
                + " order by answered_at desc fetch first 1 rows only")
        .param(requestId)
        .query((row, n) -> vault.open(NOTE, row.getString(1)))
        .optional()
        .orElse(null);
  }

  static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
