package io.onewindow.supervision.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The latest weeks one after the other; the last may not have ended yet. */
record TrendView(OffsetDateTime asOf, int behind, List<Week> weeks) {

  /**
   * A week from Monday to Sunday.
   *
   * @param received cases received; 0 for steps
   * @param ended how much work ended; working minutes of it follow
   */
  record Week(
      LocalDate from,
      LocalDate to,
      String name,
      int received,
      int ended,
      int kept,
      int broken,
      BigDecimal rate,
      int within,
      int beyond,
      BigDecimal onTimeShare,
      BigDecimal mean,
      Integer p50,
      Integer p90) {}
}
