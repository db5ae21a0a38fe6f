package io.onewindow.casefile.paper;

import java.time.OffsetDateTime;

/**
 * What anybody who holds a paper may know of it.
 *
 * @param applicant masked
 * @param caseState how the case stands now, in Chinese
 * @param sha256 digest of the file, hexadecimal
 * @param demo whether it was signed with a secret that is only good for a demonstration
 */
record VerifiedPaper(
    String paperNo,
    String title,
    String department,
    String date,
    OffsetDateTime issuedAt,
    String service,
    String applicant,
    String caseState,
    String sha256,
    boolean demo) {}
