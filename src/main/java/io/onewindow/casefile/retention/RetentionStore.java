package io.onewindow.casefile.retention;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases have been kept long enough, and what of them names persons. */
@Repository
class RetentionStore {

  /** What takes the place of a name that had to go. */
  static final String CLEARED = "（已清理）";

  /** Everything beside the case's own row that names or reaches somebody, in order of deletion. */
  private static final List<String> PERSONAL =
      List.of(
          "delete from ow_case_party where receipt_no = ?",
          "delete from ow_case_term where receipt_no = ?",
          "delete from ow_filing where receipt_no = ?",
          "delete from ow_message where receipt_no = ?",
          "delete from ow_paper_file where paper_no in"
              + " (select paper_no from ow_paper where receipt_no = ?)",
          "delete from ow_paper where receipt_no = ?",
          "delete from ow_material_file where receipt_no = ?",
          "delete from ow_material where receipt_no = ?",
          "update ow_notice set items = '" + CLEARED + "' where receipt_no = ?",
          "update ow_rating set remark = null where receipt_no = ?");

  private static final String UNUSED =
      " where digest = ? and digest not in (select digest from ow_material_file)";

  private final JdbcClient jdbc;
  private final RetentionSettings settings;

  RetentionStore(JdbcClient jdbc, RetentionSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** A case whose time is up and that nobody holds, the longest ended first. */
  Optional<String> expired(Instant now) {
    return jdbc
        .sql(
            "select distinct service from ow_case where closed_at is not null and cleared_at is null")
        .query(String.class)
        .list()
        .stream()
        .flatMap(service -> expired(service, now).stream())
        .findFirst();
  }

  private Optional<String> expired(String service, Instant now) {
    Instant latest = now.atZone(WorkCalendar.ZONE).minus(settings.of(service)).toInstant();
    return jdbc.sql(
            "select receipt_no from ow_case where service = ? and closed_at <= ?"
                + " and cleared_at is null and held_at is null"
                + " order by closed_at, receipt_no fetch first 1 rows only")
        .params(service, latest.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional();
  }

  /** Whether this node is the one that clears the case. */
  boolean take(String receiptNo, Instant now) {
    return jdbc.sql(
                "update ow_case set cleared_at = ?, applicant_name = ?, subject = ?,"
                    + " place_hash = null"
                    + " where receipt_no = ? and cleared_at is null and held_at is null")
            .params(now.atOffset(ZoneOffset.UTC), CLEARED, CLEARED, receiptNo)
            .update()
        == 1;
  }

  /** Contents that other cases handed in, too, stay. */
  void erase(String receiptNo) {
    List<String> contents =
        jdbc.sql("select distinct digest from ow_material_file where receipt_no = ?")
            .param(receiptNo)
            .query(String.class)
            .list();
    PERSONAL.forEach(statement -> jdbc.sql(statement).param(receiptNo).update());
    for (String digest : contents) {
      jdbc.sql("delete from ow_content_chunk" + UNUSED).param(digest).update();
      jdbc.sql("delete from ow_content" + UNUSED).param(digest).update();
    }
  }

  /** Whether the case was not held before and has not been cleared. */
  boolean hold(String receiptNo, String by, String reason, Instant now) {
    return jdbc.sql(
                "update ow_case set held_at = ?, held_by = ?, held_reason = ?"
                    + " where receipt_no = ? and held_at is null and cleared_at is null")
            .params(now.atOffset(ZoneOffset.UTC), by, reason, receiptNo)
            .update()
        == 1;
  }

  /** Whether the case was held. */
  boolean release(String receiptNo) {
    return jdbc.sql(
                "update ow_case set held_at = null, held_by = null, held_reason = null"
                    + " where receipt_no = ? and held_at is not null")
            .param(receiptNo)
            .update()
        == 1;
  }
}
