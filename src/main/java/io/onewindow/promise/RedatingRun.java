package io.onewindow.promise;

import java.time.Instant;
import java.util.List;

/**
 * One re-dating of running clocks.
 *
 * @param createdBy user id, null when the system made the preview
 * @param appliedAt when it was first applied; null before
 * @param total cases with clocks to move
 * @param done cases moved so far
 * @param failure why it stopped by itself, in Chinese; null when it did not
 */
record RedatingRun(
    String id,
    String reason,
    List<String> jurisdictions,
    State state,
    Instant createdAt,
    String createdBy,
    Instant appliedAt,
    String appliedBy,
    Instant stoppedAt,
    String stoppedBy,
    Instant finishedAt,
    int total,
    int done,
    Counts counts,
    String heldUpTo,
    String failure) {

  /** How far a run has come. */
  enum State {
    PREVIEW("预览，尚未执行"),
    APPLYING("正在执行"),
    STOPPED("已停止，可继续"),
    DONE("已完成"),
    DISCARDED("已作废（有更新的预览）");

    private final String label;

    State(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /**
   * What a preview found.
   *
   * @param clocks running clocks looked at
   * @param earlier due earlier than recorded
   * @param later due later than recorded
   * @param otherwise due as recorded, but with another warning, legal limit or source
   * @param newlyOverdue would be overdue at once
   * @param stillRed red already though not due any more; the light and its supervision stay
   * @param unknown no table limits them any more, or a day is not covered: left as they are
   */
  record Counts(
      int clocks,
      int earlier,
      int later,
      int otherwise,
      int unchanged,
      int newlyOverdue,
      int stillRed,
      int unknown) {}
}
