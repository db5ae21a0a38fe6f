package io.onewindow.casefile;

import java.time.Instant;

/**
 * The one-time notice of a case.
 *
 * @param items everything that was missing, one a line
 */
public record CaseNotice(String noticeNo, String receiptNo, String items, Instant issuedAt) {}
