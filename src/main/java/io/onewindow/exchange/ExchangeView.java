package io.onewindow.exchange;

import java.time.OffsetDateTime;

/**
 * What a department's system was told, as a screen shows it; no personal data but what its
 * department wrote in the note. Instants carry the offset of Asia/Shanghai.
 *
 * @param subject the step's name
 * @param tries how many failed
 * @param settledAt when the department's system answered for good, or need not any more
 * @param dueAt when the open task it tells of is due: a system that does not answer stops no clock;
 *     null when there is none
 */
public record ExchangeView(
    String requestId,
    String kindName,
    String system,
    String receiptNo,
    String jurisdiction,
    String jurisdictionName,
    String department,
    String departmentName,
    String subject,
    String state,
    String stateName,
    OffsetDateTime createdAt,
    int tries,
    OffsetDateTime firstFailedAt,
    OffsetDateTime lastFailedAt,
    String lastFailure,
    OffsetDateTime deliveredAt,
    OffsetDateTime settledAt,
    String note,
    OffsetDateTime dueAt) {}
