package io.onewindow.supervision.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** How long work took that ended in a period, and whether its limits were kept. */
record CycleTimesView(
    OffsetDateTime asOf,
    int behind,
    LocalDate from,
    LocalDate to,
    String resolution,
    int total,
    int page,
    int size,
    List<Line> items) {

  /**
   * Work of one kind; what it is not told apart by is null.
   *
   * @param person user id; empty for work nobody had taken
   * @param count how often it ended in the period
   * @param open how much of it is open now
   * @param openLate of it, whose limit has passed
   * @param onTimeShare share of the limits of any kind, decided in the period, that were kept
   * @param rate share of the promised limits that were kept
   * @param returns how often cases were returned to it
   */
  record Line(
      String service,
      String serviceName,
      String processKey,
      String activityId,
      String name,
      String department,
      String departmentName,
      String person,
      int count,
      int open,
      int openLate,
      int kept,
      int broken,
      BigDecimal rate,
      int within,
      int beyond,
      BigDecimal onTimeShare,
      int returns,
      Durations working,
      Durations net,
      Durations gross,
      Durations waiting) {}
}
