package io.onewindow.supervision.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

/**
 * A report as it was made.
 *
 * @param madeBy null when it was made by itself
 * @param digests SHA-256 of its files
 */
record Report(
    String id,
    String jurisdiction,
    YearMonth month,
    Instant madeAt,
    String madeBy,
    Map<ReportFormat, String> digests) {}
