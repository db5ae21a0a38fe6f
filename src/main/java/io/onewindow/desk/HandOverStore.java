package io.onewindow.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was handed over to regulators; written in the engine's own transaction. */
@Repository
class HandOverStore {

  private final JdbcClient jdbc;

  HandOverStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean exists(String number) {
    return jdbc.sql("select count(*) from ow_hand_over where hand_over_no = ?")
            .param(number)
            .query(Long.class)
            .single()
        > 0;
  }

  void add(HandedOver handedOver, Instant when) {
    jdbc.sql(
            """
            insert into ow_hand_over (hand_over_no, receipt_no, regulator, result_name, result_no,
              suspicion, sent_at) values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                handedOver.number(),
                handedOver.receiptNo(),
                handedOver.regulator(),
                handedOver.resultName(),
                handedOver.resultNo(),
                handedOver.suspicion(),
                when.atOffset(ZoneOffset.UTC)))
        .update();
  }

  void taken(String number, String by, String note, Instant when) {
    jdbc.sql("update ow_hand_over set taken_by = ?, taken_at = ?, note = ? where hand_over_no = ?")
        .params(by, when.atOffset(ZoneOffset.UTC), note, number)
        .update();
  }
}
