package io.onewindow.promise;

import io.onewindow.calendar.PublicHolidays;
import io.onewindow.promise.ClockHistory.Recorded;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;

/**
 * Clocks that were counted while a year's calendar was awaited which is published now, and that
 * nothing else would move: counted as if that year were still awaited they come out as recorded.
 * Where hours, limits or local days have changed as well, the clock is left to an administrator.
 * Good for one batch. Not thread-safe.
 */
final class AwaitedClocks implements BiPredicate<Recorded, ClockHistory> {

  private final PublicHolidays holidays;
  private final IntFunction<ClockRecount> whileAwaited;
  private final Map<Integer, ClockRecount> recounts = new HashMap<>();

  /**
   * @param holidays of today
   * @param whileAwaited counts as if neither that year nor a later one were published
   */
  AwaitedClocks(PublicHolidays holidays, IntFunction<ClockRecount> whileAwaited) {
    this.holidays = holidays;
    this.whileAwaited = whileAwaited;
  }

  @Override
  public boolean test(Recorded clock, ClockHistory history) {
    Integer year = clock.clock().estimatedFrom();
    if (year == null || !holidays.isPublished(year)) {
      return false;
    }
    ClockRecount recount = recounts.computeIfAbsent(year, whileAwaited::apply);
    Recounted then = RedatingPreview.counted(recount, clock, history);
    return then != null && !then.isChanged();
  }
}
