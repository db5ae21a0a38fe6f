package io.onewindow.casefile.paper;

import io.onewindow.calendar.WorkCalendar;
import java.time.OffsetDateTime;

/**
 * A paper in a list.
 *
 * @param kind in English, stable
 * @param title in Chinese
 * @param issuedBy user id, null when the system or the law issued it
 * @param sha256 digest of the file, hexadecimal
 */
public record PaperView(
    String paperNo,
    String kind,
    String title,
    OffsetDateTime issuedAt,
    String issuedBy,
    String sha256) {

  static PaperView of(Paper paper) {
    return new PaperView(
        paper.paperNo(),
        paper.kind().name(),
        paper.kind().title(),
        paper.issuedAt().atZone(WorkCalendar.ZONE).toOffsetDateTime(),
        paper.issuedBy(),
        paper.pdfDigest());
  }
}
