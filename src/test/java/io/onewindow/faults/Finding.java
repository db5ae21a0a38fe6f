package io.onewindow.faults;

/**
 * Something that must not be after a fault.
 *
 * @param what it concerns, so that somebody can look it up
 */
public record Finding(Fault fault, String what) {

  /** What kind of thing is wrong. */
  public enum Fault {
    /** Acknowledged, and not there. */
    LOST,
    /** There more often than asked for. */
    DOUBLED,
    /** There without anybody having asked. */
    UNASKED,
    /** Running, and nothing will ever move it. */
    STUCK,
    /** Reported by the engine itself. */
    INCIDENT,
    /** History and present do not tell the same. */
    HISTORY,
    /** Due at another time than when a clerk first saw it. */
    MOVED_DUE_DATE,
    /** A timer fired before its time. */
    EARLY,
    /** Somebody's right password was refused. */
    TURNED_AWAY
  }

  @Override
  public String toString() {
    return fault + " " + what;
  }
}
