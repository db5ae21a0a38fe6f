package io.onewindow.supervision.eventlog;

import io.onewindow.supervision.history.CaseSelection;
import java.time.Instant;

/**
 * A log that a supervisor asked for.
 *
 * @param done cases written so far
 * @param total cases selected; 0 until that is known
 * @param beatAt when its writer was last heard of
 * @param events null until it is complete, and so are {@code bytes} and {@code sha256}
 * @param failure why there is none, in Chinese; null otherwise
 */
record LogJob(
    String id,
    LogFormat format,
    CaseSelection selection,
    String requestedBy,
    Instant requestedAt,
    State state,
    long done,
    long total,
    Instant beatAt,
    Long events,
    Long bytes,
    String sha256,
    String failure) {

  /** How it stands. */
  enum State {
    WAITING("排队中"),
    RUNNING("正在导出"),
    STOPPING("正在取消"),
    DONE("已完成"),
    CANCELLED("已取消"),
    FAILED("失败");

    private final String label;

    State(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    boolean isOpen() {
      return this == WAITING || this == RUNNING || this == STOPPING;
    }
  }
}
