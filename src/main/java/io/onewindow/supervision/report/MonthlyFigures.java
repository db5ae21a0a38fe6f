package io.onewindow.supervision.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What one month's report of one jurisdiction says.
 *
 * @param name of the jurisdiction
 * @param asOf when it was counted
 * @param running whether the month was not over yet then
 * @param behind cases in which something had happened that was not counted yet
 * @param cases of the month; {@code before} of the month before
 */
record MonthlyFigures(
    String jurisdiction,
    String name,
    YearMonth month,
    Instant asOf,
    boolean running,
    int behind,
    Line cases,
    Line before,
    List<Line> services,
    List<Line> departments,
    List<Line> steps) {

  /**
   * One row.
   *
   * @param names what it is about, from the widest to the narrowest
   * @param kept promised limits kept, and {@code broken}
   * @param within limits of any kind kept, and {@code beyond}
   * @param returns how often officers returned work here
   * @param median minutes of office time; null where nothing ended, and so is {@code p90}
   */
  record Line(
      List<String> names,
      int received,
      int ended,
      int kept,
      int broken,
      int within,
      int beyond,
      int returns,
      Integer median,
      Integer p90) {

    /** Whether any promise was kept or broken: without one there is no rate. */
    boolean hasRate() {
      return kept + broken > 0;
    }

    /** Whether any limit was kept or broken. */
    boolean hasShare() {
      return within + beyond > 0;
    }
  }
}
