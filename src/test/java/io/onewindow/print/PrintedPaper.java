package io.onewindow.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as its reader has it: words to copy, a picture to look at, a code to scan. */
public final class PrintedPaper {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final int DOTS_PER_INCH = 150;
  private static final int[] LOOKS = {DOTS_PER_INCH, 200, 300};

  private final byte[] bytes;

  public PrintedPaper(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What it says, with line feeds where lines end. */
  public String text() {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What it says without any white space: a sentence is found wherever its lines broke. */
  public String words() {
    return text().replaceAll("\\s", "");
  }

  public int pages() {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return document.getNumberOfPages();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * What a phone reads off its last page. It looks more than once, as a phone does: one picture in
   * some six hundred cannot be read, at whichever resolution.
   */
  public String code() {
    for (int dots : LOOKS) {
      Optional<String> read = code(image(pages() - 1, dots));
      if (read.isPresent()) {
        return read.get();
      }
    }
    throw new AssertionError("no code on the last page");
  }

  private static Optional<String> code(BufferedImage page) {
    int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
    var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(source)),
                  Map.of(DecodeHintType.TRY_HARDER, true))
              .getText());
    } catch (ReaderException none) {
      return Optional.empty();
    }
  }

  /** Keeps its first page as {@code target/screenshots/<name>.png}. */
  public void picture(String name) {
    try {
      Files.createDirectories(PICTURES);
      ImageIO.write(image(0, DOTS_PER_INCH), "png", PICTURES.resolve(name + ".png").toFile());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private BufferedImage image(int page, int dots) {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFRenderer(document).renderImageWithDPI(page, dots);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
