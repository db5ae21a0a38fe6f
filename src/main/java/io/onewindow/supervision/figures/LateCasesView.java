package io.onewindow.supervision.figures;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** A page of the limits that passed in a period before their work had ended; no personal data. */
record LateCasesView(
    OffsetDateTime asOf,
    int behind,
    LocalDate from,
    LocalDate to,
    int total,
    int page,
    int size,
    List<Line> items) {

  /**
   * A limit that passed.
   *
   * @param scope {@code CASE} or {@code STEP}
   * @param department null for a case
   * @param endedAt null while the work is open
   * @param lateMinutes office time from the limit to the end, or until now
   * @param reason as the supervisor recorded it; null while nobody has
   * @param raised whether it went to the head of the authority
   * @param supervision the last time a supervisor acted on the case; null for never
   */
  record Line(
      String receiptNo,
      String processInstanceId,
      String definitionId,
      String service,
      String serviceName,
      int version,
      String jurisdiction,
      String jurisdictionName,
      String scope,
      String activityId,
      String name,
      String department,
      String departmentName,
      String person,
      String basis,
      String basisName,
      String promiseId,
      String citation,
      OffsetDateTime dueAt,
      OffsetDateTime endedAt,
      boolean open,
      long lateMinutes,
      String reason,
      String correctiveAction,
      String supervisedBy,
      OffsetDateTime supervisedAt,
      boolean raised,
      OpenCasesView.SupervisionView supervision) {}
}
