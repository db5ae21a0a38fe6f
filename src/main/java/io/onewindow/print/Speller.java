package io.onewindow.print;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.util.BoundingBox;

/**
 * Finds for each character the font that has it. What no font has is spelt out by its code, e.g.
 * {@code [U+30EDE]}, so that nothing ever vanishes from a paper.
 */
final class Speller {

  private static final float GAP = 0.04f;

  private final Typeface serif = Typeface.serif();
  private final Set<String> missing = new TreeSet<>();

  /** The codes of the characters that had to be spelt out so far. */
  Set<String> missing() {
    return missing;
  }

  /**
   * @param line without line feeds
   */
  List<Sign> spell(String line) {
    List<Sign> signs = new ArrayList<>();
    int base = -1;
    for (int at = 0; at < line.length(); ) {
      int code = line.codePointAt(at);
      at += Character.charCount(code);
      if (base >= 0 && isMark(code)) {
        int composed = composed(base, code);
        if (composed >= 0) {
          signs.set(signs.size() - 1, sign(composed));
          base = composed;
          continue;
        }
        if (serif.has(code)) {
          signs.add(mark(base, code, signs.get(signs.size() - 1)));
          base = -1;
          continue;
        }
      }
      base = print(code == '\t' ? ' ' : code, signs) ? code : -1;
    }
    return signs;
  }

  private boolean print(int code, List<Sign> signs) {
    if (!isMark(code) && (serif.has(code) || Typeface.rare().has(code))) {
      signs.add(sign(code));
      return true;
    }
    String spelt = "U+%04X".formatted(code);
    missing.add(spelt);
    ("[" + spelt + "]").chars().forEach(c -> signs.add(sign(c)));
    return false;
  }

  private Sign sign(int code) {
    Typeface face = serif.has(code) ? serif : Typeface.rare();
    return new Sign(face, Character.toString(code), face.advance(code), 0, 0);
  }

  /** The one character that base and mark make together, or -1. */
  private int composed(int base, int mark) {
    String both =
        Normalizer.normalize(
            Character.toString(base) + Character.toString(mark), Normalizer.Form.NFC);
    int code = both.codePointAt(0);
    return both.length() == Character.charCount(code) && serif.has(code) ? code : -1;
  }

  /** A mark is centred over its base, high enough not to touch it. */
  private Sign mark(int base, int code, Sign under) {
    BoundingBox below = under.face().ink(base);
    BoundingBox ink = serif.ink(code);
    float centre = (below.getLowerLeftX() + below.getUpperRightX()) / 2;
    float right = centre - (ink.getLowerLeftX() + ink.getUpperRightX()) / 2 - under.width();
    float rise = Math.max(0, below.getUpperRightY() + GAP - ink.getLowerLeftY());
    return new Sign(serif, Character.toString(code), 0, right, rise);
  }

  private static boolean isMark(int code) {
    return switch (Character.getType(code)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }
}
