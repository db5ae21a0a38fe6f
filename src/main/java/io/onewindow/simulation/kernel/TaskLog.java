package io.onewindow.simulation.kernel;

import io.onewindow.simulation.model.Node;

/** Hears of every task that has been done, in the order of their ends. */
public interface TaskLog {

  TaskLog NONE = (caseNo, task, enabled, started, ended, by) -> {};

  /**
   * Instants in milliseconds.
   *
   * @param by who did it; null for nobody
   */
  void done(long caseNo, Node task, long enabled, long started, long ended, Person by);
}
