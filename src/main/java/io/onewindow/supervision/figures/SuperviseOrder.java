package io.onewindow.supervision.figures;

import java.util.List;

/**
 * What a supervisor wants done from a list.
 *
 * @param action name of a {@link SupervisoryAct}
 * @param receiptNos which cases; for anything but a reassignment
 * @param tasks which tasks; for a reassignment
 * @param to user id of who is to have the tasks; null gives them back to their departments
 * @param reason why, and what is asked
 */
record SuperviseOrder(
    String action, List<String> receiptNos, List<String> tasks, String to, String reason) {

  SuperviseOrder {
    receiptNos = receiptNos == null ? List.of() : List.copyOf(receiptNos);
    tasks = tasks == null ? List.of() : List.copyOf(tasks);
  }
}
