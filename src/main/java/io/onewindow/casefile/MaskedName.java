package io.onewindow.casefile;

/** Hides a person's name except for its first character. */
public final class MaskedName {

  private MaskedName() {}

  /** The first character and an asterisk for each other. */
  public static String of(String name) {
    int first = name.offsetByCodePoints(0, 1);
    int hidden = name.codePointCount(first, name.length());
    return name.substring(0, first) + "*".repeat(Math.max(1, hidden));
  }
}
