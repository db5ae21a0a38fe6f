package io.onewindow.promise;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * A run as the administrator's page shows it; instants have the offset of Asia/Shanghai.
 *
 * @param byItself whether it began by itself because a year's notice was loaded
 * @param total cases with clocks to move
 * @param done cases moved so far
 * @param lines the first 200
 */
record RedatingAnswer(
    String id,
    boolean byItself,
    String reason,
    List<String> jurisdictions,
    RedatingRun.State state,
    String stateText,
    OffsetDateTime createdAt,
    String createdBy,
    OffsetDateTime appliedAt,
    String appliedBy,
    OffsetDateTime stoppedAt,
    String stoppedBy,
    OffsetDateTime finishedAt,
    String failure,
    int total,
    int done,
    RedatingRun.Counts counts,
    List<Line> lines) {

  /**
   * One clock.
   *
   * @param receiptNo null when the case has ended
   * @param newDue null when the step ended before the run reached it
   * @param appliedAt null until the run has reached it
   */
  record Line(
      String receiptNo,
      String processInstanceId,
      String jurisdiction,
      String service,
      String activityId,
      String stepName,
      OffsetDateTime oldWarning,
      OffsetDateTime newWarning,
      OffsetDateTime oldDue,
      OffsetDateTime newDue,
      OffsetDateTime appliedAt) {}

  static RedatingAnswer of(
      RedatingRun run,
      List<RedatingLine> lines,
      Map<String, String> receiptNumbers,
      BinaryOperator<String> stepNames) {
    return new RedatingAnswer(
        run.id(),
        run.scope() == RedatingRun.Scope.AWAITED,
        run.reason(),
        run.jurisdictions(),
        run.state(),
        run.state().label(),
        local(run.createdAt()),
        run.createdBy(),
        local(run.appliedAt()),
        run.appliedBy(),
        local(run.stoppedAt()),
        run.stoppedBy(),
        local(run.finishedAt()),
        run.failure(),
        run.total(),
        run.done(),
        run.counts(),
        lines.stream()
            .map(
                line ->
                    line(
                        line,
                        receiptNumbers.get(line.processInstanceId()),
                        stepNames.apply(line.service(), line.activityId())))
            .toList());
  }

  private static Line line(RedatingLine line, String receiptNo, String stepName) {
    return new Line(
        receiptNo,
        line.processInstanceId(),
        line.jurisdiction(),
        line.service(),
        line.activityId(),
        stepName,
        local(line.oldWarning()),
        local(line.newWarning()),
        local(line.oldDue()),
        local(line.newDue()),
        local(line.appliedAt()));
  }

  private static OffsetDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }
}
