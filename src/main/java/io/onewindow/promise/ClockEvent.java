package io.onewindow.promise;

import java.time.Instant;

/**
 * Something that happened to a case's clocks.
 *
 * @param clockId null when it concerns the whole case
 * @param actor user id, null when the system acted
 * @param oldDue due instant before, null when it did not move
 * @param newDue due instant after, null when it did not move
 */
public record ClockEvent(
    String processInstanceId,
    String clockId,
    Kind kind,
    Instant at,
    String actor,
    String reason,
    String noticeNo,
    Instant oldDue,
    Instant newDue) {

  /** A clock got other instants; where its due instant stayed, the law's limit has moved. */
  static ClockEvent moved(
      StepClock before, StepClock after, Kind kind, Instant when, String actor, String reason) {
    boolean governs = !before.dueAt().equals(after.dueAt());
    return new ClockEvent(
        before.processInstanceId(),
        before.id(),
        kind,
        when,
        actor,
        reason,
        null,
        governs ? before.dueAt() : before.statutoryDueAt(),
        governs ? after.dueAt() : after.statutoryDueAt());
  }

  /** Something happened to a clock by itself. */
  static ClockEvent of(StepClock clock, Kind kind, Instant when) {
    return new ClockEvent(
        clock.processInstanceId(), clock.id(), kind, when, null, null, null, null, null);
  }

  /** The whole case was stopped or set going again. */
  static ClockEvent of(Pause pause, Kind kind, Instant when, String actor) {
    return new ClockEvent(
        pause.processInstanceId(),
        null,
        kind,
        when,
        actor,
        pause.kind().label() + "：" + pause.reason(),
        pause.noticeNo(),
        null,
        null);
  }

  /** What happened. */
  public enum Kind {
    REMINDED("提醒"),
    AMBER("黄灯"),
    RED("红灯"),
    PAUSED("停表"),
    RESUMED("恢复计时"),
    MOVED("顺延"),
    EXTENDED("延期"),
    REDATED("重新计算"),
    TAKEN_BACK("亮灯撤回"),
    DEEMED_ACCEPTED("视为受理"),
    LINKED("关联办件");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
