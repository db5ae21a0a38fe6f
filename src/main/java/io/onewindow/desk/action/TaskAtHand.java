package io.onewindow.desk.action;

import io.onewindow.casefile.CaseRecord;
import io.onewindow.engine.Caller;
import java.util.Set;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;

/**
 * A task of the caller's own function and jurisdiction, or one assigned to the caller, and the case
 * it belongs to.
 *
 * @param groups functions the task is offered to
 * @param onBehalfOf absent person whose deputy the caller is for this task; null for none
 */
record TaskAtHand(
    Task task, Set<String> groups, CaseRecord file, Caller caller, String onBehalfOf) {

  boolean isMine() {
    return caller.id().equals(task.getAssignee());
  }

  boolean isFree() {
    return task.getAssignee() == null;
  }

  /** Whether somebody else's answer or signature is awaited before the task comes back. */
  boolean isPending() {
    return task.getDelegationState() == DelegationState.PENDING;
  }

  /** Whether the caller lent the task to somebody. */
  boolean isLentByMe() {
    return isPending() && caller.id().equals(task.getOwner());
  }
}
