package io.onewindow.desk.action;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What the tab 办理动作 of a task shows; instants carry the offset of Asia/Shanghai.
 *
 * @param assignee who has the task, null for nobody
 * @param owner who lent it or signs next, null for nobody
 * @param acts what the reader may do and may not; empty for another function's task
 * @param colleagues who may get the task
 * @param signers who may sign after the reader
 * @param offices functions that may be asked, with their people
 * @param steps what the work may be returned to
 * @param stepsLimit why it cannot go further back, null when nothing stands in the way
 * @param chain who signs one after the other; empty for none
 * @param inquiries questions and signatures asked for in this case
 * @param log what was done in this case beyond the forms
 */
record ActsView(
    String taskId,
    String task,
    String receiptNo,
    String subject,
    String assignee,
    String owner,
    boolean pending,
    List<Choice> acts,
    List<Colleague> colleagues,
    List<Colleague> signers,
    List<Office> offices,
    List<Step> steps,
    String stepsLimit,
    List<Signature> chain,
    List<Question> inquiries,
    List<Line> log) {

  /**
   * One act.
   *
   * @param refusal why it is impossible now, in Chinese; null when it is possible
   * @param warning what it cannot undo, null for nothing
   */
  record Choice(String action, String label, String refusal, String warning) {}

  /** A step to return to. */
  record Step(String element, String name, String where) {}

  /** One signer; {@code signedAt} is null before. */
  record Signature(String person, OffsetDateTime signedAt) {}

  /**
   * One inquiry.
   *
   * @param own whether this task asks it
   */
  record Question(
      String id,
      String kind,
      String asked,
      String question,
      String askedBy,
      OffsetDateTime askedAt,
      String state,
      boolean open,
      boolean own,
      String decision,
      String opinion,
      String endedBy,
      OffsetDateTime endedAt) {}

  /** One act on record. */
  record Line(
      String action,
      String label,
      OffsetDateTime at,
      String task,
      String by,
      String fromWhom,
      String toWhom,
      String reason,
      String face,
      String address) {}
}
