package io.onewindow.sandbox;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What time it is in a drill. Only office time passes: breaks, nights and days off are skipped, and
 * one working day takes as long as the trainer says.
 */
final class DrillClock {

  private static final Duration QUICKEST = Duration.ofMinutes(1);
  private static final Duration SLOWEST = Duration.ofHours(12);

  private Instant now;
  private Duration workingDay;
  private boolean paused;

  DrillClock(Instant begin, Duration workingDay) {
    this.now = begin;
    this.workingDay = requirePace(workingDay);
  }

  Instant now() {
    return now;
  }

  /** It is later now; a clock never goes back. */
  void now(Instant later) {
    now = later.isAfter(now) ? later : now;
  }

  Duration workingDay() {
    return workingDay;
  }

  void workingDay(Duration takes) {
    workingDay = requirePace(takes);
  }

  boolean isPaused() {
    return paused;
  }

  void pause(boolean stands) {
    paused = stands;
  }

  /** What time it will be after so much real time; the same while the clock stands still. */
  Instant after(Duration real, WorkCalendar calendar) {
    if (paused || real.isZero()) {
      return now;
    }
    long nanos = real.toNanos() * calendar.officeDay().toSeconds() / workingDay.toSeconds();
    return calendar.plusOfficeTime(calendar.nextOpening(now), Duration.ofNanos(nanos));
  }

  /**
   * @throws Problem 400 for a pace at which nobody could practise
   */
  static Duration requirePace(Duration workingDay) {
    if (workingDay == null
        || workingDay.compareTo(QUICKEST) < 0
        || workingDay.compareTo(SLOWEST) > 0) {
      throw Problem.badFields(
          List.of(
              new Problem.Field(
                  "workingDayMinutes",
                  "一个工作日的演练时长",
                  "应为 %d 至 %d 分钟".formatted(QUICKEST.toMinutes(), SLOWEST.toMinutes()))));
    }
    return workingDay;
  }
}
