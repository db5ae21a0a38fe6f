package io.onewindow.promise;

import java.time.Instant;

/**
 * A time in which a case's clocks stood still.
 *
 * @param noticeNo the written notice to the applicant that 行政许可法第四十五条 asks for; for a step the plan
 *     does not count, the clause that says so
 * @param pausedBy user id; null when the model stands on a step that is not counted
 * @param resumedAt null while it lasts
 */
public record Pause(
    String id,
    String processInstanceId,
    PauseKind kind,
    String noticeNo,
    String reason,
    Instant pausedAt,
    String pausedBy,
    Instant resumedAt,
    String resumedBy) {

  /** Whether the model began it by standing on a step that is not counted. */
  boolean isOfModel() {
    return pausedBy == null;
  }
}
