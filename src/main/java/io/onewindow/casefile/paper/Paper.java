package io.onewindow.casefile.paper;

import java.time.Instant;

/**
 * A paper as it was issued.
 *
 * @param content {@link PaperContent} as JSON
 * @param contentDigest SHA-256 of that, hexadecimal
 * @param seal of number and digest, until it is printed; null for one printed when it was issued
 * @param pdfDigest SHA-256 of the file, hexadecimal; null until it is printed
 * @param issuedBy user id, null when the system or the law issued it
 */
record Paper(
    String paperNo,
    String receiptNo,
    PaperKind kind,
    String content,
    String contentDigest,
    String seal,
    String pdfDigest,
    Instant issuedAt,
    String issuedBy) {

  boolean isPrinted() {
    return pdfDigest != null;
  }

  Paper printedAs(String digest) {
    return new Paper(
        paperNo, receiptNo, kind, content, contentDigest, seal, digest, issuedAt, issuedBy);
  }

  /** Whether the content is still what was issued. */
  boolean isIntact() {
    return Digest.of(content).equals(contentDigest);
  }
}
