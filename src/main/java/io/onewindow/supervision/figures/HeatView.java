package io.onewindow.supervision.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Figures of each element of one model, to be shown on its diagram. */
record HeatView(
    OffsetDateTime asOf,
    int behind,
    LocalDate from,
    LocalDate to,
    DefinitionView definition,
    CaseFigures cases,
    List<ElementFigures> elements) {

  /**
   * The model.
   *
   * @param version null when all versions are added up
   * @param versions all there are, the newest first
   */
  record DefinitionView(
      String id, String key, String name, Integer version, List<Integer> versions) {}

  /** The cases, or called services, that the model's elements belong to. */
  record CaseFigures(
      int count,
      int open,
      int kept,
      int broken,
      BigDecimal rate,
      Durations working,
      Durations net,
      Durations gross) {}

  /**
   * One element; one where nothing happened has counts of 0.
   *
   * @param caseShare its working time as a share of the cases' working time; of parallel elements
   *     the shares may add up to more than 1
   * @param lateShare share of the limits of any kind, decided in the period, that were broken
   * @param lastAtJoin how often it ended last of the branches that meet at a join
   * @param joins how often that join was passed
   * @param promise its limit, or the whole case's that it runs under; the shortest where
   *     jurisdictions or categories differ, null without one
   * @param promises all of them
   */
  record ElementFigures(
      String activityId,
      String name,
      String type,
      String department,
      String departmentName,
      int count,
      int open,
      int openLate,
      Integer medianMinutes,
      Integer p90Minutes,
      BigDecimal meanMinutes,
      Integer waitingMedianMinutes,
      Integer waitingP90Minutes,
      int within,
      int beyond,
      BigDecimal lateShare,
      BigDecimal caseShare,
      int returns,
      int lastAtJoin,
      int joins,
      BigDecimal lastShare,
      LimitLine promise,
      List<LimitLine> promises,
      LevelView level) {}

  /** How the figures stand to the limit. */
  record LevelView(Level median, Level p90) {}

  /** A duration beside its limit. */
  enum Level {
    /** At most four fifths of it; our own step. */
    WITHIN,
    /** At most all of it. */
    NEAR,
    OVER,
    /** There is no limit in office time, or no figure. */
    NONE;

    private static final int WHOLE = 100;
    private static final int SAFE = 80;

    static Level of(Integer minutes, LimitLine limit) {
      if (minutes == null || limit == null || limit.minutes() == null) {
        return NONE;
      }
      long share = (long) minutes * WHOLE;
      if (share <= limit.minutes() * SAFE) {
        return WITHIN;
      }
      return share <= limit.minutes() * WHOLE ? NEAR : OVER;
    }
  }
}
