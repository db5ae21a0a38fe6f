package io.onewindow.supervision.figures;

import io.onewindow.supervision.fact.Histogram;
import io.onewindow.supervision.fact.Sum;
import java.math.BigDecimal;

/**
 * How durations are spread, in minutes; all null when there are none.
 *
 * @param mean to one decimal
 * @param p50 the smallest duration that at least half do not exceed, and so on; resolution as
 *     {@link Histogram} has it
 */
record Durations(BigDecimal mean, Integer p50, Integer p80, Integer p90, Integer p95) {

  /** What the percentiles can tell apart, in Chinese. */
  static final String RESOLUTION =
      "百分位数为最近秩百分位数，按整分钟计；255 分钟以内精确到分钟，以上保留八位有效二进制数字（向下取整，误差小于 0.8%）。平均数按毫秒累计，精确。";

  private static final int P50 = 50;
  private static final int P80 = 80;
  private static final int P90 = 90;
  private static final int P95 = 95;

  static Durations working(Sum sum) {
    return of(sum.working(), sum.workingMinutes());
  }

  static Durations net(Sum sum) {
    return of(sum.net(), sum.netMinutes());
  }

  static Durations gross(Sum sum) {
    return of(sum.gross(), sum.grossMinutes());
  }

  static Durations waiting(Sum sum) {
    return of(sum.waiting(), sum.waitingMinutes());
  }

  private static Durations of(long millis, Histogram minutes) {
    return new Durations(
        Shares.meanMinutes(millis, minutes.count()),
        minutes.percentile(P50),
        minutes.percentile(P80),
        minutes.percentile(P90),
        minutes.percentile(P95));
  }
}
