package io.onewindow.print;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.tukaani.xz.XZInputStream;

/**
 * One of our fonts in memory, unpacked when it is first needed, which takes a second or two, and
 * once for the whole virtual machine. Fonts read their glyphs from one stream: {@link SheetPrinter}
 * lets only one sheet at a time use them.
 */
final class Typeface {

  private static final class Serif {
    static final Typeface LOADED = new Typeface("NotoSerifSC.ttf.xz");
  }

  private static final class Rare {
    static final Typeface LOADED = new Typeface("HanaMinB.ttf.xz");
  }

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final int unitsPerEm;

  private Typeface(String file) {
    try (InputStream packed = Typeface.class.getResourceAsStream("fonts/" + file);
        InputStream in = new XZInputStream(new BufferedInputStream(packed))) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      glyphs = font.getUnicodeCmapLookup();
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  /** For nearly everything. */
  static Typeface serif() {
    return Serif.LOADED;
  }

  /** For characters that the first font lacks; as large as needed, so only where needed. */
  static Typeface rare() {
    return Rare.LOADED;
  }

  boolean has(int codePoint) {
    return glyphs.getGlyphId(codePoint) != 0;
  }

  /** How far the character moves the pen, in parts of the font's size. */
  float advance(int codePoint) {
    try {
      return (float) font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / unitsPerEm;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Where the character's ink is, in parts of the font's size; an empty box for a blank. */
  BoundingBox ink(int codePoint) {
    try {
      GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
      if (glyph == null) {
        return new BoundingBox();
      }
      BoundingBox box = glyph.getBoundingBox();
      return new BoundingBox(
          box.getLowerLeftX() / unitsPerEm,
          box.getLowerLeftY() / unitsPerEm,
          box.getUpperRightX() / unitsPerEm,
          box.getUpperRightY() / unitsPerEm);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The font inside a document, which will hold only the characters used. */
  PDType0Font in(PDDocument document) throws IOException {
    return PDType0Font.load(document, font, true);
  }
}
