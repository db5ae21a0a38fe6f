package io.onewindow.supervision.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Who took the time of cases; the shares add up to the total exactly. */
record AttributableView(
    OffsetDateTime asOf,
    int behind,
    LocalDate from,
    LocalDate to,
    String selection,
    int cases,
    int open,
    long totalMillis,
    List<ShareLine> shares) {

  /** What one party took, the largest first. */
  record ShareLine(String kind, String kindName, String name, long millis, BigDecimal share) {}
}
