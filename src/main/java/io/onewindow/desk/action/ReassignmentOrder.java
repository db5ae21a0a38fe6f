package io.onewindow.desk.action;

import java.util.List;

/**
 * Many tasks at once as a supervisor reassigns them.
 *
 * @param from whose tasks; null when {@code tasks} names them or a group's free tasks are meant
 * @param fromGroup function whose tasks that nobody has are meant; null for none
 * @param tasks only these; empty for all
 * @param to user id; null gives them back to their departments
 */
public record ReassignmentOrder(
    String from, String fromGroup, List<String> tasks, String to, String reason) {

  public ReassignmentOrder {
    tasks = tasks == null ? List.of() : List.copyOf(tasks);
  }
}
