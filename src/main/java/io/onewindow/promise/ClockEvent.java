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
    DEEMED_ACCEPTED("视为受理");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
