package io.onewindow.casefile.retention;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which cases have been kept long enough, and what of them names persons.
 *
 * <p>What is added to and never changed stays whole, or its seals would break: {@code ow_audit},
 * {@code ow_action}, {@code ow_clock_event} and {@code ow_material_event}. Beside numbers, dates
 * and officers they hold what people wrote, and that is sealed. Numbers that were issued and the
 * works they were issued for stay too: nothing may be issued twice.
 */
@Repository
class RetentionStore {

  /** A credit record and the case it was entered in. */
  record CreditEntry(String id, String receiptNo) {}

  /** What takes the place of a name that had to go. */
  static final String CLEARED = "（已清理）";

  /**
   * Everything beside the case's own row that names or reaches somebody, in order of deletion.
   * Credit records have a time of their own.
   */
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
          "delete from ow_request where receipt_no = ?",
          "update ow_notice set items = '" + CLEARED + "' where receipt_no = ?",
          "update ow_inquiry set question = '" + CLEARED + "', opinion = null where receipt_no = ?",
          "update ow_hand_over set suspicion = null, note = null where receipt_no = ?",
          "update ow_rating set remark = null, answer = null where receipt_no = ?",
          "update ow_pause set reason = '"
              + CLEARED
              + "' where process_instance_id in"
              + " (select proc_inst_id_ from act_hi_procinst where business_key_ = ?)");

  /** Neither cleared nor held, and nothing is at work for it any more. */
  private static final String MAY_GO =
      " and cleared_at is null and held_at is null and not exists"
          + " (select 1 from act_ru_execution e where e.business_key_ = ow_case.receipt_no)";

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
                + MAY_GO
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
                    + " where receipt_no = ?"
                    + MAY_GO)
            .params(now.atOffset(ZoneOffset.UTC), CLEARED, CLEARED, receiptNo)
            .update()
        == 1;
  }

  /**
   * Contents that other cases handed in, too, stay. They are locked meanwhile: of two such cases
   * that are cleared at once neither would see that the other is leaving it, and nobody must hand
   * in again what is just going.
   */
  void erase(String receiptNo) {
    List<String> contents =
        jdbc.sql(
                "select distinct digest from ow_material_file where receipt_no = ? order by digest")
            .param(receiptNo)
            .query(String.class)
            .list();
    for (String digest : contents) {
      jdbc.sql("select digest from ow_content where digest = ? for update")
          .param(digest)
          .query(String.class)
          .optional();
    }
    PERSONAL.forEach(statement -> jdbc.sql(statement).param(receiptNo).update());
    for (String digest : contents) {
      jdbc.sql("delete from ow_content_chunk" + UNUSED).param(digest).update();
      jdbc.sql("delete from ow_content" + UNUSED).param(digest).update();
    }
  }

  /** A credit record whose time is up and whose case nobody holds, the first entered first. */
  Optional<CreditEntry> expiredCredit(Instant now) {
    Instant latest = now.atZone(WorkCalendar.ZONE).minus(settings.creditRecords()).toInstant();
    return jdbc.sql(
            "select r.id, r.receipt_no from ow_credit_record r"
                + " join ow_case c on c.receipt_no = r.receipt_no"
                + " where r.entered_at <= ? and c.held_at is null"
                + " order by r.entered_at, r.id fetch first 1 rows only")
        .param(latest.atOffset(ZoneOffset.UTC))
        .query(CreditEntry.class)
        .optional();
  }

  /** Whether this node is the one that deletes it. */
  boolean delete(CreditEntry entry) {
    return jdbc.sql(
                "delete from ow_credit_record where id = ? and exists (select 1 from ow_case c"
                    + " where c.receipt_no = ow_credit_record.receipt_no and c.held_at is null)")
            .param(entry.id())
            .update()
        == 1;
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
