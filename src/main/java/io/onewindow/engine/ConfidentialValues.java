package io.onewindow.engine;

/** Keeps values of variables that name or reach a person unreadable in the engine's tables. */
public interface ConfidentialValues {

  /**
   * @param variable its name, needed again to open the value
   * @return at most about 60 characters longer, as it is to be stored
   */
  String seal(String variable, String plain);

  /**
   * @param stored as the table has it; what was stored before values were sealed is answered as it
   *     is
   */
  String open(String variable, String stored);
}
