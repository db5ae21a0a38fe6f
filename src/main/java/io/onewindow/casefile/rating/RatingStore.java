package io.onewindow.casefile.rating;

import io.onewindow.casefile.paper.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ratings; written in the engine's own transaction. */
@Repository
class RatingStore {

  private static final String REMARK = "ow_rating.remark";

  private final JdbcClient jdbc;
  private final Vault vault;

  RatingStore(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  Optional<Rating> find(String receiptNo) {
    return jdbc.sql("select * from ow_rating where receipt_no = ?")
        .param(receiptNo)
        .query(this::rating)
        .optional();
  }

  void add(Rating rating) {
    jdbc.sql("insert into ow_rating (receipt_no, grade, remark, rated_at) values (?, ?, ?, ?)")
        .params(
            rating.receiptNo(),
            rating.grade().value(),
            vault.seal(REMARK, rating.remark()),
            rating.ratedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void answered(String receiptNo, String finding, String answer, String by, Instant at) {
    jdbc.sql(
            "update ow_rating set finding = ?, answer = ?, answered_by = ?, answered_at = ?"
                + " where receipt_no = ?")
        .params(finding, answer, by, at.atOffset(ZoneOffset.UTC), receiptNo)
        .update();
  }

  private Rating rating(ResultSet row, int number) throws SQLException {
    OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
    return new Rating(
        row.getString("receipt_no"),
        Grade.of(row.getInt("grade")).orElseThrow(),
        vault.open(REMARK, row.getString("remark")),
        row.getObject("rated_at", OffsetDateTime.class).toInstant(),
        row.getString("answer"),
        answered == null ? null : answered.toInstant());
  }
}
