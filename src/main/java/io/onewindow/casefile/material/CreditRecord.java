package io.onewindow.casefile.material;

import java.time.Instant;

/**
 * 失信记录: a promise that an applicant did not keep.
 *
 * @param applicantId document number, whole: never shown or logged as it is
 * @param reason what was not kept
 * @param basis the law or the commitment that it rests on
 * @param enteredBy user id, null when the system entered it
 */
public record CreditRecord(
    String id,
    String receiptNo,
    String jurisdiction,
    String applicantId,
    String applicantName,
    String reason,
    String basis,
    Instant enteredAt,
    String enteredBy) {}
