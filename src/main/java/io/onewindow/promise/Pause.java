package io.onewindow.promise;

import java.time.Instant;

/**
 * A time in which a case's clocks stood still.
 *
 * @param noticeNo the written notice to the applicant that 行政许可法第四十五条 asks for
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
    String resumedBy) {}
