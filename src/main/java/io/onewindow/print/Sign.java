package io.onewindow.print;

/**
 * One character as it is printed.
 *
 * @param text what is shown, one code point
 * @param width how far it moves the pen, in parts of the font's size; 0 for a mark
 * @param right for a mark how far to the right of the pen it is drawn, in parts of the font's size
 * @param rise how far above the line it is drawn, in parts of the font's size
 */
record Sign(Typeface face, String text, float width, float right, float rise) {

  boolean isMark() {
    return width == 0;
  }
}
