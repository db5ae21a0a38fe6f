package io.onewindow.casefile.message;

import io.onewindow.casefile.paper.Vault;
import io.onewindow.casefile.search.CaseIndex;
import io.onewindow.engine.StepRows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox: every message that ever was, with what became of it. */
@Repository
class MessageStore {

  /** What became of a message. */
  enum State {
    /** Written; the engine's job executor will send it, and again if that fails. */
    WAITING,
    SENT,
    /** Nothing of that channel can be sent here. */
    NOT_CONFIGURED,
    /** The applicant gave no address for that channel. */
    NO_ADDRESS
  }

  /** A message as it enters the outbox. */
  record Entry(OutgoingMessage message, Channel channel, State state) {}

  private static final String ADDRESS = "ow_message.address";

  private final JdbcClient jdbc;
  private final StepRows rows;
  private final Vault vault;

  MessageStore(JdbcClient jdbc, StepRows rows, Vault vault) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.vault = vault;
  }

  Contacts contacts(String receiptNo) {
    return jdbc.sql(
            "select email, phone from ow_case_party where receipt_no = ? and role = 'APPLICANT'")
        .param(receiptNo)
        .query(
            (row, n) ->
                new Contacts(
                    vault.open(CaseIndex.EMAIL, row.getString(1)),
                    vault.open(CaseIndex.PHONE, row.getString(2))))
        .optional()
        .orElse(Contacts.NONE);
  }

  /** One happening's messages, one for each channel. */
  void add(String receiptNo, String kind, List<Entry> entries, Instant at) {
    rows.addAll(
        """
        insert into ow_message
          (id, receipt_no, kind, channel, address, subject, body, state, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entries.stream()
            .map(
                one ->
                    new Object[] {
                      one.message().id(),
                      receiptNo,
                      kind,
                      one.channel().name(),
                      vault.seal(ADDRESS, one.message().address()),
                      one.message().subject(),
                      one.message().body(),
                      one.state().name(),
                      at.atOffset(ZoneOffset.UTC)
                    })
            .toList());
  }

  Channel channel(String id) {
    return jdbc.sql("select channel from ow_message where id = ?")
        .param(id)
        .query((row, n) -> Channel.valueOf(row.getString(1)))
        .single();
  }

  /** The message if it has not gone out yet; its row stays locked until the transaction ends. */
  Optional<OutgoingMessage> waiting(String id) {
    return jdbc.sql(
            "select id, address, subject, body from ow_message"
                + " where id = ? and state = 'WAITING' for update")
        .param(id)
        .query(
            (row, n) ->
                new OutgoingMessage(
                    row.getString(1),
                    vault.open(ADDRESS, row.getString(2)),
                    row.getString(3),
                    row.getString(4)))
        .optional();
  }

  void sent(String id, Instant at) {
    jdbc.sql("update ow_message set state = 'SENT', sent_at = ? where id = ?")
        .params(at.atOffset(ZoneOffset.UTC), id)
        .update();
  }
}
