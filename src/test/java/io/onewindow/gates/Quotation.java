package io.onewindow.gates;

/** The published words, which nobody may reword. */
final class Quotation {

  /** Shorter fragments, such as 时限, would prove nothing. */
  private static final int SHORTEST = 6;

  private Quotation() {}

  /** White space apart, as a plan breaks its lines where it likes. */
  static String bare(String text) {
    return text.replaceAll("[\\s\\u3000]", "");
  }

  /** Whether the text holds the quotation, or a fragment of it, between “ and ”. */
  static boolean isIn(String text, String quotation) {
    String words = bare(text);
    String quoted = bare(quotation);
    for (int open = words.indexOf('“'); open >= 0; open = words.indexOf('“', open + 1)) {
      // quotations may hold quotation marks of their own: every closing mark is tried
      for (int close = words.indexOf('”', open);
          close >= 0;
          close = words.indexOf('”', close + 1)) {
        String fragment = words.substring(open + 1, close);
        if (fragment.equals(quoted) || fragment.length() >= SHORTEST && quoted.contains(fragment)) {
          return true;
        }
      }
    }
    return false;
  }
}
