package io.onewindow.supervision.figures;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A page of the open cases; no personal data. Instants carry the offset of Asia/Shanghai.
 *
 * @param behind process instances whose latest events are not taken in yet
 */
record OpenCasesView(
    OffsetDateTime asOf, int behind, int total, int page, int size, List<Line> items) {

  /**
   * An open case.
   *
   * @param limit its most pressing limit; null when none runs
   * @param holders who has its open tasks
   * @param supervision the last time a supervisor acted on it; null for never
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
      String state,
      String stateName,
      OffsetDateTime receivedAt,
      CaseLight light,
      String lightName,
      boolean provisional,
      OffsetDateTime pausedSince,
      LimitView limit,
      List<Holder> holders,
      SupervisionView supervision) {}

  /**
   * A limit that runs.
   *
   * @param name of the element it runs for
   * @param remainingMinutes office time left, negative when exceeded; null while it stands still
   * @param remaining the same in Chinese
   */
  record LimitView(
      String activityId,
      String name,
      boolean wholeCase,
      String basis,
      String basisName,
      String promiseId,
      Integer value,
      String unit,
      String text,
      String citation,
      OffsetDateTime dueAt,
      Long remainingMinutes,
      String remaining) {}

  /**
   * Who has an open task.
   *
   * @param department empty while the case waits for the applicant
   * @param person user id; null while nobody took it
   */
  record Holder(
      String taskId,
      String activityId,
      String name,
      String department,
      String departmentName,
      String person,
      OffsetDateTime since) {}

  /** What a supervisor did. */
  record SupervisionView(
      String kind, String kindName, OffsetDateTime at, String by, String reason) {}
}
