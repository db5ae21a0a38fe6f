package io.onewindow.engine;

/**
 * A text that names or reaches a person.
 *
 * @param label what it is, in Chinese
 */
public record ConfidentialVariable(String name, Kind kind, String label) {

  /** How much of it a screen shows: enough to tell two apart, not enough to use. */
  public enum Kind {
    /** Number of an identity document. */
    ID_NUMBER(4, 4),
    PHONE(3, 4),
    /** Where somebody is written to electronically: before the at sign. */
    EMAIL(1, 0);

    private static final int LONG = 14;
    private static final int SHORT_END = 2;

    private final int head;
    private final int tail;

    Kind(int head, int tail) {
      this.head = head;
      this.tail = tail;
    }

    /** A number as short as a passport's shows only two characters at either end. */
    public String mask(String value) {
      if (this == ID_NUMBER && value.length() < LONG) {
        return covered(value, SHORT_END, SHORT_END);
      }

      int at = value.lastIndexOf('@');
      return this == EMAIL && at > 0
          ? covered(value.substring(0, at), head, tail) + value.substring(at)
          : covered(value, head, tail);
    }

    /** A text too short to hide something in is hidden whole. */
    private static String covered(String text, int head, int tail) {
      int hidden = text.length() - head - tail;
      return hidden <= 0
          ? "*".repeat(text.length())
          : text.substring(0, head) + "*".repeat(hidden) + text.substring(head + hidden);
    }
  }

  /** The value as a screen may show it; null for null. */
  public String masked(String value) {
    return value == null ? null : kind.mask(value);
  }
}
