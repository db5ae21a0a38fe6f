package io.onewindow.print;

import com.google.zxing.common.BitMatrix;
import java.util.List;

/** Something at a place on a page; points, from the lower left corner. */
sealed interface Mark {

  /** A line of text; bold is drawn with thicker strokes. */
  record Words(float x, float y, float size, boolean bold, boolean quiet, List<Sign> signs)
      implements Mark {}

  /** A thin rule across. */
  record Rule(float x, float y, float width) implements Mark {}

  /** A dashed circle, where a seal is to be set. */
  record Circle(float x, float y, float radius) implements Mark {}

  /** A code to scan. */
  record Code(float x, float y, float side, BitMatrix modules) implements Mark {}
}
