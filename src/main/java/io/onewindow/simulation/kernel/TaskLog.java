package io.onewindow.simulation.kernel;

import io.onewindow.simulation.model.Node;
import java.util.Map;
import java.util.function.Supplier;

/** Hears of what cases do, in the order in which it ends: of every task that has been done. */
public interface TaskLog {

  TaskLog NONE = (caseNo, task, enabled, started, ended, by) -> {};

  /**
   * Instants in milliseconds.
   *
   * @param by who did it; null for nobody
   */
  void done(long caseNo, Node task, long enabled, long started, long ended, Person by);

  /**
   * A case has left an element of any kind but a gateway that forks and joins; instants in
   * milliseconds, the same for what takes no time.
   *
   * @param isCancelled whether it was ended from outside
   */
  default void left(long caseNo, Node element, long came, long left, boolean isCancelled) {}

  /** A promise clock of a case that has just ended, or was still open at the end of the run. */
  default void clock(
      long caseNo, String step, long started, long due, long stopped, boolean late) {}

  /**
   * A case has ended.
   *
   * @param variables what it then knew
   */
  default void ended(long caseNo, long at, Supplier<Map<String, Object>> variables) {}
}
