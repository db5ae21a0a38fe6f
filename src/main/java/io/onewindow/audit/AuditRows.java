package io.onewindow.audit;

import io.onewindow.casefile.paper.Vault;
import io.onewindow.engine.CallOrigin;
import io.onewindow.engine.StepRows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/**
 * Adds to {@code ow_audit}, in the transaction of what is recorded, with where the call is from.
 */
@Repository
class AuditRows {

  private static final int LONGEST = 4000;

  /** What the sealed details are sealed for. */
  static final String DETAIL = "ow_audit.detail";

  /**
   * What it happened to; null for each that does not apply.
   *
   * @param activityId of the step in its model
   */
  record Place(
      String receiptNo,
      String jurisdiction,
      String processInstanceId,
      String activityId,
      String taskId) {

    /** A whole jurisdiction, or all of them if null. */
    static Place of(String jurisdiction) {
      return new Place(null, jurisdiction, null, null, null);
    }
  }

  private final StepRows rows;
  private final CallOrigin origin;
  private final Vault vault;

  AuditRows(StepRows rows, CallOrigin origin, Vault vault) {
    this.rows = rows;
    this.origin = origin;
    this.vault = vault;
  }

  /**
   * @param actor user id, null when the system or the law did it
   * @param detail in Chinese; what is too long is cut off
   */
  void add(String event, Place place, String actor, String detail, Instant at) {
    rows.add(
        """
        insert into ow_audit (id, event, receipt_no, jurisdiction, process_instance_id,
          activity_id, task_id, actor, detail, face, address, happened_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        event,
        place.receiptNo(),
        place.jurisdiction(),
        place.processInstanceId(),
        place.activityId(),
        place.taskId(),
        actor,
        vault.seal(DETAIL, detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail),
        origin.face(),
        origin.address(),
        at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
  }
}
