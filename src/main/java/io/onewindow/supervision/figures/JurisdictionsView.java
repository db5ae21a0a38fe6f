package io.onewindow.supervision.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** One service in several jurisdictions. */
record JurisdictionsView(
    OffsetDateTime asOf,
    int behind,
    String service,
    String serviceName,
    LocalDate from,
    LocalDate to,
    List<Place> items) {

  /**
   * A jurisdiction.
   *
   * @param steps of the service's model and the parts it calls, that somebody was at work on
   * @param under the same cases by the limits of each jurisdiction, its own first
   */
  record Place(
      String jurisdiction,
      String name,
      List<LimitLine> limits,
      List<Step> steps,
      List<String> departments,
      int count,
      int open,
      int kept,
      int broken,
      BigDecimal rate,
      Durations working,
      List<Under> under) {}

  /** A step with office minutes. */
  record Step(
      String activityId,
      String name,
      String department,
      String departmentName,
      int count,
      Integer p50,
      Integer p90,
      BigDecimal onTimeShare) {}

  /**
   * Real cases, counted from their real start past their real pauses, by another's limit.
   *
   * @param kept cases that ended within it
   * @param broken cases that ended after it, or are open although it would have passed
   * @param counted both together
   * @param uncounted ended cases that no limit there is for
   */
  record Under(
      String jurisdiction,
      String name,
      int kept,
      int broken,
      BigDecimal rate,
      int counted,
      int uncounted) {}
}
