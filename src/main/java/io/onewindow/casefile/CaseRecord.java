package io.onewindow.casefile;

import java.time.Instant;

/**
 * The case as the hall has it on file.
 *
 * @param receiptNo 受理编号, also the business key of the process instance
 * @param subject what the case is about, e.g. the name of the company
 * @param receivedBy user id, null when the system received it
 * @param acceptedAt null before acceptance
 * @param closedAt when the result or the refusal was handed out; null before
 */
public record CaseRecord(
    String receiptNo,
    String jurisdiction,
    String service,
    String processInstanceId,
    String applicantName,
    String subject,
    CaseState state,
    String channel,
    String receivedBy,
    Instant receivedAt,
    Instant acceptedAt,
    Instant closedAt) {}
