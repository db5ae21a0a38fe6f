package io.onewindow.casefile.search;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a case is indexed under: every two neighbouring characters of a name, so that any part of
 * the name finds it by equality, and the last digits of its number.
 */
final class Terms {

  static final int SHORTEST_TAIL = 4;

  private Terms() {}

  /** Pairs of characters, by code points; empty for a name of one character. */
  static Set<String> of(String name) {
    String plain = KeyedHash.plain(name);
    Set<String> pairs = new LinkedHashSet<>();
    if (plain != null) {
      int[] characters = plain.codePoints().toArray();
      for (int i = 0; i + 1 < characters.length; i++) {
        pairs.add(new String(characters, i, 2));
      }
    }
    return pairs;
  }

  /**
   * @param digits at least four, the end of a receipt number
   */
  static String tail(String digits) {
    return "#" + digits.substring(digits.length() - SHORTEST_TAIL);
  }
}
