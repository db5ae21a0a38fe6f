package io.onewindow.promise;

import java.time.Instant;

/**
 * The law's limit of a case has been extended; published inside the transaction that does it.
 *
 * @param law article and quotation that allow it
 * @param approvedBy who had to approve it, as the law names the office
 * @param workingDays by how many
 * @param statutoryDueAt when the law's limit ends now
 * @param reason what the applicant is told
 * @param by user id, null when the system did it
 */
public record LimitExtended(
    String processInstanceId,
    String law,
    String approvedBy,
    int workingDays,
    Instant statutoryDueAt,
    String reason,
    Instant at,
    String by) {}
