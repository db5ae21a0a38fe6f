package io.onewindow.desk.action;

import java.time.Instant;

/**
 * Somebody stands in for an absent person.
 *
 * @param absent user id
 * @param deputy user id
 * @param beginsAt from then on
 * @param endsAt no longer from then on
 * @param processInstanceId the process that hands over and back
 * @param cancelledAt null unless it was cancelled
 */
record Deputyship(
    String id,
    String absent,
    String deputy,
    String jurisdiction,
    Instant beginsAt,
    Instant endsAt,
    String reason,
    String setBy,
    Instant setAt,
    String processInstanceId,
    Instant cancelledAt,
    String cancelledBy) {

  boolean holdsAt(Instant instant) {
    return cancelledAt == null && !beginsAt.isAfter(instant) && endsAt.isAfter(instant);
  }

  boolean isOverAt(Instant instant) {
    return cancelledAt != null || !endsAt.isAfter(instant);
  }
}
