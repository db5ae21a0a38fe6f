package io.onewindow.casefile.material;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files of each kind, good and bad, made when they are needed. */
public final class TestFiles {

  private TestFiles() {}

  /** One page with one line of text. */
  public static byte[] pdf(String text) {
    return filled(text, 0);
  }

  /** The same, of so many bytes. */
  public static byte[] pdf(String text, int size) {
    int filling = size - pdf(text).length;
    // where its table begins is written in more digits
    return filled(text, filling - (filled(text, filling).length - size));
  }

  private static byte[] filled(String text, int filling) {
    String stream = "BT /F1 24 Tf 40 100 Td (" + text + ") Tj ET";
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n%" + " ".repeat(filling) + "\n");
    int[] at = new int[6];
    String[] objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R"
          + "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length " + stream.length() + ">>\nstream\n" + stream + "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    };
    for (int i = 0; i < objects.length; i++) {
      at[i + 1] = pdf.length();
      pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 6\n0000000000 65535 f \n");
    for (int i = 1; i < at.length; i++) {
      pdf.append("%010d 00000 n \n".formatted(at[i]));
    }
    pdf.append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] picture(String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
      image.createGraphics().fillRect(0, 0, 30, 40);
      ImageIO.write(image, format, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  public static byte[] docx() {
    return zip(docxParts());
  }

  static Map<String, byte[]> docxParts() {
    return parts(
        "[Content_Types].xml",
        "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd"
            + ".openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
        "word/document.xml",
        "<w:document/>");
  }

  static Map<String, byte[]> xlsxParts() {
    return parts(
        "[Content_Types].xml",
        "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd"
            + ".openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
        "xl/workbook.xml",
        "<workbook/>");
  }

  static Map<String, byte[]> ofdParts() {
    return parts(
        "OFD.xml",
        "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\"/>",
        "Doc_0/Document.xml",
        "<ofd:Document/>");
  }

  /** Names and texts by turns. */
  static Map<String, byte[]> parts(String... namesAndTexts) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      parts.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return parts;
  }

  static Map<String, byte[]> with(Map<String, byte[]> parts, String name, byte[] content) {
    Map<String, byte[]> more = new LinkedHashMap<>(parts);
    more.put(name, content);
    return more;
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
