package io.onewindow.promise;

import java.time.Instant;

/**
 * One clock that a run moves.
 *
 * @param newWarning null when the step ended before the run reached it
 * @param newDue null when the step ended before the run reached it
 * @param appliedAt null until the run has reached it
 */
record RedatingLine(
    String processInstanceId,
    String service,
    String activityId,
    String jurisdiction,
    Instant oldWarning,
    Instant newWarning,
    Instant oldDue,
    Instant newDue,
    Instant appliedAt) {}
