package io.onewindow.print;

import com.google.zxing.common.BitMatrix;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** Draws marks on the pages of one document. */
final class Pen {

  private static final float QUIET = 0.35f;
  private static final float HAIRLINE = 0.4f;

  /** How far the control points of a quarter circle are from its ends. */
  private static final float KAPPA = 0.5523f;

  private final PDDocument document;
  private final Map<Typeface, PDType0Font> fonts = new HashMap<>();

  Pen(PDDocument document) {
    this.document = document;
  }

  void draw(PDPage page, List<Mark> marks) throws IOException {
    try (PDPageContentStream out = new PDPageContentStream(document, page)) {
      for (Mark mark : marks) {
        draw(mark, out);
      }
    }
  }

  private void draw(Mark mark, PDPageContentStream out) throws IOException {
    if (mark instanceof Mark.Words words) {
      words(words, out);
    } else if (mark instanceof Mark.Rule rule) {
      out.setLineWidth(HAIRLINE);
      out.setStrokingColor(QUIET);
      out.moveTo(rule.x(), rule.y());
      out.lineTo(rule.x() + rule.width(), rule.y());
      out.stroke();
    } else if (mark instanceof Mark.Circle circle) {
      circle(circle, out);
    } else if (mark instanceof Mark.Code code) {
      code(code, out);
    }
  }

  private void words(Mark.Words words, PDPageContentStream out) throws IOException {
    out.setNonStrokingColor(words.quiet() ? QUIET : 0);
    out.setStrokingColor(0f);
    out.setLineWidth(words.size() / 36);
    out.beginText();
    out.setRenderingMode(words.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    float x = words.x();
    List<Sign> signs = words.signs();
    for (int from = 0; from < signs.size(); ) {
      int to = endOfRun(signs, from);
      Sign first = signs.get(from);
      out.setTextMatrix(
          Matrix.getTranslateInstance(
              x + first.right() * words.size(), words.y() + first.rise() * words.size()));
      out.setFont(font(first.face()), words.size());
      StringBuilder text = new StringBuilder();
      for (Sign sign : signs.subList(from, to)) {
        text.append(sign.text());
        x += sign.width() * words.size();
      }
      out.showText(text.toString());
      from = to;
    }
    out.endText();
  }

  /** Signs of one font that stand side by side are shown together; a mark stands alone. */
  private static int endOfRun(List<Sign> signs, int from) {
    Sign first = signs.get(from);
    int to = from + 1;
    while (!first.isMark()
        && to < signs.size()
        && !signs.get(to).isMark()
        && signs.get(to).face() == first.face()) {
      to++;
    }
    return to;
  }

  private PDType0Font font(Typeface face) throws IOException {
    PDType0Font font = fonts.get(face);
    if (font == null) {
      font = face.in(document);
      fonts.put(face, font);
    }
    return font;
  }

  private static void circle(Mark.Circle circle, PDPageContentStream out) throws IOException {
    float x = circle.x();
    float y = circle.y();
    float r = circle.radius();
    float k = r * KAPPA;
    out.setLineWidth(HAIRLINE * 2);
    out.setStrokingColor(QUIET * 2);
    out.setLineDashPattern(new float[] {4, 3}, 0);
    out.moveTo(x + r, y);
    out.curveTo(x + r, y + k, x + k, y + r, x, y + r);
    out.curveTo(x - k, y + r, x - r, y + k, x - r, y);
    out.curveTo(x - r, y - k, x - k, y - r, x, y - r);
    out.curveTo(x + k, y - r, x + r, y - k, x + r, y);
    out.stroke();
    out.setLineDashPattern(new float[0], 0);
  }

  private static void code(Mark.Code code, PDPageContentStream out) throws IOException {
    BitMatrix modules = code.modules();
    float side = code.side() / modules.getWidth();
    out.setNonStrokingColor(0f);
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int column = 0; column < modules.getWidth(); column++) {
        if (modules.get(column, row)) {
          out.addRect(
              code.x() + column * side, code.y() + code.side() - (row + 1) * side, side, side);
        }
      }
    }
    out.fill();
  }
}
