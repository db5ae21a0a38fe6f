package io.onewindow.supervision.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** How a hall, or several, keep their promises at this moment. */
record DashboardView(
    OffsetDateTime asOf,
    int behind,
    List<Keeping> keeping,
    Open open,
    BreakingToday breakingToday,
    List<Holding> departments) {

  /** A period up to today. */
  record Keeping(
      String period, String name, LocalDate from, LocalDate to, Kept cases, Kept steps) {}

  /**
   * Limits that were decided in a period.
   *
   * @param kept promised limits kept
   * @param broken promised limits that passed, also of work that is still open
   * @param rate share of the promised limits that were kept; null when none was decided
   * @param within limits of any kind kept
   * @param beyond limits of any kind that passed
   */
  record Kept(int kept, int broken, BigDecimal rate, int within, int beyond) {

    static Kept of(int kept, int broken, int within, int beyond) {
      return new Kept(kept, broken, Shares.of(kept, (long) kept + broken), within, beyond);
    }
  }

  /**
   * Open cases.
   *
   * @param total the sum of the next five
   * @param provisional those of them with a limit that rests on days without a published calendar
   */
  record Open(int total, int green, int amber, int red, int paused, int untimed, int provisional) {}

  /** The cases whose next limit passes before the day ends, the most urgent first. */
  record BreakingToday(int total, List<OpenCasesView.Line> items) {}

  /** A department and the open cases it holds; {@code department} is empty for applicants. */
  record Holding(
      String jurisdiction,
      String jurisdictionName,
      String department,
      String name,
      int cases,
      int red,
      int amber,
      int breakingToday) {

    Holding plus(Holding other) {
      return new Holding(
          jurisdiction,
          jurisdictionName,
          department,
          name,
          cases + other.cases,
          red + other.red,
          amber + other.amber,
          breakingToday + other.breakingToday);
    }
  }
}
