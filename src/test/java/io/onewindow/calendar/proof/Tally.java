package io.onewindow.calendar.proof;

import java.util.Locale;

/** How many cases of one kind were compared, and how they came out. */
final class Tally {

  private long cases;
  private long provisional;
  private long outside;
  private long different;

  /**
   * @param expected null when the limit ends before the calendar begins
   */
  void add(Oracle.Verdict expected, boolean same) {
    cases++;
    outside += expected == null ? 1 : 0;
    provisional += expected != null && expected.provisional() ? 1 : 0;
    different += same ? 0 : 1;
  }

  long cases() {
    return cases;
  }

  long different() {
    return different;
  }

  /** Cases, provisional, outside, different: four cells of a table. */
  String cells() {
    return String.format(
        Locale.ROOT, "%,d | %,d | %,d | %,d", cases, provisional, outside, different);
  }
}
