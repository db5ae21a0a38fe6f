package io.onewindow.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prints sheets as PDF with the characters they use inside. The same sheet gives the same bytes, so
 * that a digest tells whether a file is what was printed.
 */
@Component
public class SheetPrinter {

  /** The fonts are read through one stream each. */
  private static final Object FONTS = new Object();

  /** Stands for the time of writing, which would make every file another. */
  private static final long NO_TIME = 1;

  private final String mark;

  /**
   * @param mark stands on every sheet, before everything else and at the foot; empty for none
   */
  SheetPrinter(@Value("${onewindow.print.mark:}") String mark) {
    this.mark = mark;
  }

  /** The first sheet after a start need not wait until its font is unpacked. */
  @EventListener(ApplicationReadyEvent.class)
  void warmUp() {
    Thread unpacking = new Thread(Typeface::serif, "fonts");
    unpacking.setDaemon(true);
    unpacking.start();
  }

  /** The sheet as a PDF of as many pages of A4 as it takes. */
  public byte[] print(Sheet unmarked) {
    Sheet sheet = mark.isBlank() ? unmarked : unmarked.marked(mark);
    synchronized (FONTS) {
      try (PDDocument document = new PDDocument()) {
        document.setDocumentId(NO_TIME);
        document.setDocumentInformation(information(sheet));
        document.getDocumentCatalog().setLanguage("zh-CN");
        Pen pen = new Pen(document);
        for (List<Mark> marks : Compositor.pages(sheet)) {
          PDPage page = new PDPage(PDRectangle.A4);
          document.addPage(page);
          pen.draw(page, marks);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  private static PDDocumentInformation information(Sheet sheet) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(sheet.title());
    information.setAuthor(sheet.author());
    information.setCreator("OneWindow 一窗");
    information.setCreationDate(GregorianCalendar.from(sheet.at()));
    return information;
  }
}
