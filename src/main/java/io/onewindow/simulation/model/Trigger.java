package io.onewindow.simulation.model;

/**
 * What an event waits for or throws.
 *
 * @param code of an error or escalation; null for any
 * @param codeVariable where a catching event keeps the code; null for nowhere
 * @param timer for {@code TIMER}; null otherwise
 */
public record Trigger(Type type, String code, String codeVariable, Timer timer) {

  /** The kind of an event definition. */
  public enum Type {
    NONE,
    TIMER,
    MESSAGE,
    ERROR,
    ESCALATION,
    TERMINATE
  }

  public static final Trigger NONE = new Trigger(Type.NONE, null, null, null);

  /** Whether it catches what was thrown with this code. */
  public boolean catches(Type thrown, String thrownCode) {
    return type == thrown && (code == null || code.equals(thrownCode));
  }
}
