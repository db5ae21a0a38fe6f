package io.onewindow.promise;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

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
    Scope scope,
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

  /** Which clocks a run moves. */
  enum Scope {
    /** All that would be counted otherwise today; an administrator applies it. */
    ALL,
    /** Those that waited for a year now published; it begins by itself. */
    AWAITED
  }

  /**
   * Why there is a run.
   *
   * @param by user id, or who loaded the notice; null for the system
   */
  record Occasion(Scope scope, String reason, String by) {}

  /** A preview of what was found; nothing of it is done. */
  static RedatingRun found(
      Occasion occasion, Collection<String> places, RedatingPreview.Sum sum, Instant now) {
    return new RedatingRun(
        UUID.randomUUID().toString(),
        occasion.scope(),
        occasion.reason(),
        List.copyOf(places),
        State.PREVIEW,
        now,
        occasion.by(),
        null,
        null,
        null,
        null,
        null,
        sum.cases(),
        0,
        sum.counts(),
        "",
        null);
  }

  RedatingFinished finished() {
    return new RedatingFinished(id, scope == Scope.AWAITED);
  }

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
   * @param takenBack red already though not due any more: the light is taken back, its supervision
   *     stays
   * @param unknown no table limits them any more, or a day is not covered: left as they are
   */
  record Counts(
      int clocks,
      int earlier,
      int later,
      int otherwise,
      int unchanged,
      int newlyOverdue,
      int takenBack,
      int unknown) {}
}
