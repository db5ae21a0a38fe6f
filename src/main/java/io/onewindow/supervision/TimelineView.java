package io.onewindow.supervision;

import io.onewindow.promise.ClockStory;
import io.onewindow.promise.Light;
import java.time.OffsetDateTime;
import java.util.List;

/** Everything that happened to a case; instants carry the offset of Asia/Shanghai. */
record TimelineView(
    String receiptNo,
    String service,
    String jurisdiction,
    String state,
    String stateName,
    OffsetDateTime receivedAt,
    OffsetDateTime acceptedAt,
    OffsetDateTime closedAt,
    List<ClockView> clocks,
    List<TaskView> tasks,
    List<PauseView> pauses,
    List<EventView> events,
    TimeView attributableTime) {

  /**
   * A clock the case has or had, and why it is due when it is.
   *
   * @param remaining working time left or exceeded now, in Chinese; null once it has stopped
   */
  record ClockView(
      String id,
      String step,
      String activityId,
      String promiseId,
      Light light,
      OffsetDateTime stoppedAt,
      OffsetDateTime pausedSince,
      Integer extendedBy,
      String remaining,
      ClockStory story) {}

  /** A task; {@code endedAt} is null while it is open. */
  record TaskView(
      String name,
      String department,
      boolean waitsForApplicant,
      OffsetDateTime startedAt,
      OffsetDateTime endedAt) {}

  /** A time in which the clocks stood still; {@code resumedAt} is null while it lasts. */
  record PauseView(
      String kind,
      String kindName,
      String basis,
      String noticeNo,
      String reason,
      OffsetDateTime pausedAt,
      String pausedBy,
      OffsetDateTime resumedAt,
      String resumedBy) {}

  /** Something that happened to a clock, or to all of them when {@code clockId} is null. */
  record EventView(
      String clockId,
      String kind,
      String kindName,
      OffsetDateTime at,
      String actor,
      String reason,
      String noticeNo,
      OffsetDateTime oldDue,
      OffsetDateTime newDue) {}

  /** Who took how long; the shares add up to the total exactly. */
  record TimeView(
      OffsetDateTime from, OffsetDateTime to, long totalMillis, List<ShareView> shares) {}

  /** How long one party took. */
  record ShareView(String kind, String kindName, String name, long millis) {}
}
