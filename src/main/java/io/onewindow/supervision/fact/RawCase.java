package io.onewindow.supervision.fact;

import io.onewindow.casefile.CaseRecord;
import io.onewindow.promise.ClockRecords.RecordedClock;
import io.onewindow.promise.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that is known of a case.
 *
 * @param instances its process instances and those of what it calls
 * @param activities of the kinds that are counted, and of gateways
 * @param tasks by task id
 * @param clocks by the service's process instance
 * @param pauses by the service's process instance
 */
record RawCase(
    CaseRecord file,
    List<Instance> instances,
    List<Activity> activities,
    Map<String, TaskLog> tasks,
    Map<String, List<RecordedClock>> clocks,
    Map<String, List<Pause>> pauses) {

  /**
   * A process instance.
   *
   * @param calledBy process instance that called it; null for none
   * @param terminated whether it was broken off instead of running to an end
   */
  record Instance(
      String id,
      String receiptNo,
      String definitionId,
      String calledBy,
      Instant startedAt,
      Instant endedAt,
      boolean terminated) {}

  /** An element at work. */
  record Activity(
      String id,
      String instanceId,
      String definitionId,
      String executionId,
      String activityId,
      String type,
      String taskId,
      String assignee,
      Instant startedAt,
      Instant endedAt,
      boolean cancelled) {}

  /**
   * Who was offered a task and who took it.
   *
   * @param group the first it was offered to; null for none
   * @param takenAt null while nobody took it
   * @param completedBy user id; null while it is open, or when nobody's act ended it
   */
  record TaskLog(String group, Instant takenAt, String completedBy) {}
}
