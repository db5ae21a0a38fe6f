package io.onewindow.simulation.time;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Office time that runs faster in busy hours: gaps drawn for an even stream become gaps of a stream
 * that is the denser the busier the hour is, which is how an uneven Poisson stream is made (by
 * inversion of its cumulative rate).
 */
public final class Intensity implements WorkingTime {

  private static final long HOUR = 3_600_000;

  private final long[] opens;
  private final long[] closes;
  private final double[] weights;

  /** Weighted time before each stretch, and in the last place that of all. */
  private final double[] before;

  private Intensity(List<long[]> stretches, List<Double> weights) {
    int count = stretches.size();
    this.opens = stretches.stream().mapToLong(one -> one[0]).toArray();
    this.closes = stretches.stream().mapToLong(one -> one[1]).toArray();
    this.weights = weights.stream().mapToDouble(Double::doubleValue).toArray();
    this.before = new double[count + 1];
    for (int i = 0; i < count; i++) {
      before[i + 1] = before[i] + (closes[i] - opens[i]) * this.weights[i];
    }
  }

  /**
   * @param weight of the hour that an instant lies in, 1 for an average one; not negative
   */
  public static WorkingTime of(Sessions office, ToDoubleFunction<ZonedDateTime> weight) {
    List<long[]> stretches = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (long[] session : office.listed()) {
      for (long at = session[0]; at < session[1]; ) {
        long end = Math.min((at / HOUR + 1) * HOUR, session[1]);
        double busy = weight.applyAsDouble(Instant.ofEpochMilli(at).atZone(WorkCalendar.ZONE));
        if (busy > 0) {
          stretches.add(new long[] {at, end});
          weights.add(busy);
        }
        at = end;
      }
    }
    return new Intensity(stretches, weights);
  }

  @Override
  public long next(long instant) {
    int place = firstClosingAfter(instant);
    if (place == closes.length) {
      throw exceeded();
    }
    return Math.max(opens[place], instant);
  }

  @Override
  public long plus(long instant, long length) {
    if (length == 0) {
      return instant;
    }
    double position = position(instant) + length;
    if (position > before[opens.length]) {
      throw exceeded();
    }
    int found = Arrays.binarySearch(before, position);
    int place = (found >= 0 ? found : -found - 1) - 1;
    long at = opens[place] + Math.round((position - before[place]) / weights[place]);
    return Math.min(at, closes[place]);
  }

  @Override
  public long between(long from, long to) {
    return Math.round(position(to) - position(from));
  }

  private double position(long instant) {
    int place = firstClosingAfter(instant);
    return place == opens.length
        ? before[place]
        : before[place] + Math.max(0, instant - opens[place]) * weights[place];
  }

  private int firstClosingAfter(long instant) {
    int found = Arrays.binarySearch(closes, instant);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static Problem exceeded() {
    return Refusal.at("approval.start", "仿真走出了工作日历覆盖的年份，请提前开始时间、减少件数或设置时间范围 horizon");
  }
}
