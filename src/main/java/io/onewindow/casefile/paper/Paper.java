package io.onewindow.casefile.paper;

import java.time.Instant;

/**
 * A paper as it was issued.
 *
 * @param content {@link PaperContent} as JSON
 * @param contentDigest SHA-256 of that, hexadecimal
 * @param pdfDigest SHA-256 of the file, hexadecimal
 * @param issuedBy user id, null when the system or the law issued it
 */
record Paper(
    String paperNo,
    String receiptNo,
    PaperKind kind,
    String content,
    String contentDigest,
    String pdfDigest,
    Instant issuedAt,
    String issuedBy) {

  /** Whether the content is still what was issued. */
  boolean isIntact() {
    return Digest.of(content).equals(contentDigest);
  }
}
