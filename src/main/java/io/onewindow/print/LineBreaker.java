package io.onewindow.print;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Breaks text into lines: between Chinese characters but not before closing or after opening
 * punctuation, between the words of other scripts, and inside a word only when it alone is longer
 * than a line.
 */
final class LineBreaker {

  private static final int END_OF_LINE = 1;

  private LineBreaker() {}

  /**
   * @param signs one paragraph
   * @param first room on its first line, in parts of the font's size
   * @param room room on every other line
   */
  static List<List<Sign>> lines(List<Sign> signs, float first, float room) {
    List<List<Sign>> lines = new ArrayList<>();
    BitSet breaks = breaks(signs);
    int from = 0;
    while (from < signs.size()) {
      int to = end(signs, breaks, from, lines.isEmpty() ? first : room);
      lines.add(signs.subList(from, to));
      from = to;
    }
    if (lines.isEmpty()) {
      lines.add(List.of());
    }
    return lines;
  }

  private static int end(List<Sign> signs, BitSet breaks, int from, float room) {
    float used = 0;
    int to = from;
    while (to < signs.size() && fits(signs.get(to), used, room)) {
      used += signs.get(to).width();
      to++;
    }
    if (to == signs.size()) {
      return to;
    }
    int chance = breaks.previousSetBit(to);
    if (chance > from) {
      return chance;
    }
    while (to > from + END_OF_LINE && signs.get(to).isMark()) {
      to--;
    }
    return Math.max(to, from + END_OF_LINE);
  }

  /** A blank may hang over the margin, where nobody sees it. */
  private static boolean fits(Sign sign, float used, float room) {
    return sign.text().equals(" ") || used + sign.width() <= room;
  }

  /** Before which signs a line may begin. */
  private static BitSet breaks(List<Sign> signs) {
    StringBuilder text = new StringBuilder();
    signs.forEach(sign -> text.append(sign.text()));
    BreakIterator chances = BreakIterator.getLineInstance(Locale.CHINA);
    chances.setText(text.toString());
    BitSet breaks = new BitSet();
    int chance = chances.first();
    int at = 0;
    for (int i = 0; i < signs.size(); i++) {
      while (chance != BreakIterator.DONE && chance < at) {
        chance = chances.next();
      }
      breaks.set(i, chance == at);
      at += signs.get(i).text().length();
    }
    return breaks;
  }
}
