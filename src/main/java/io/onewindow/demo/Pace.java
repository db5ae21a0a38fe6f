package io.onewindow.demo;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.promise.HallCalendars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * How long people take, in office time: most by far finish well before the due date, some offices
 * are late more often than others. The shares are our own invention, for pictures only.
 */
@Component
@Profile("demo")
class Pace {

  private static final Duration LEAST = Duration.ofMinutes(3);
  private static final Duration HANDLING = Duration.ofMinutes(35);
  private static final Duration WITHOUT_DATE = Duration.ofHours(4);
  private static final double QUICKEST = 0.06;
  private static final double SLOWEST_IN_TIME = 0.85;
  private static final double LATE_BY_AT_LEAST = 1.05;
  private static final double LATE_BY_AT_MOST = 1.9;
  private static final double LATE_OFFICE = 0.1;
  private static final int SECONDS_PER_HOUR = 3600;

  private final HallCalendars calendars;

  Pace(HallCalendars calendars) {
    this.calendars = calendars;
  }

  /**
   * When the work is taken up and when it is done.
   *
   * @param begins not before it came up
   */
  record Stretch(Instant begins, Instant ends) {}

  Stretch of(Work work, List<Double> hours, Draw draw, Object... purpose) {
    WorkCalendar calendar = calendars.of(work.jurisdiction());
    Duration whole =
        hours == null
            ? byDueDate(calendar, work, draw, purpose)
            : between(hours, draw.share(purpose));
    Duration all = whole.compareTo(LEAST) < 0 ? LEAST : whole;
    Duration half = all.dividedBy(2);
    Duration handling = half.compareTo(HANDLING) < 0 ? half : HANDLING;
    Instant from = calendar.nextOpening(work.createdAt());
    return new Stretch(
        calendar.plusOfficeTime(from, all.minus(handling)), calendar.plusOfficeTime(from, all));
  }

  /** So many office hours after an instant, drawn between least and most. */
  Instant after(Instant from, String jurisdiction, List<Double> hours, double share) {
    WorkCalendar calendar = calendars.of(jurisdiction);
    return calendar.plusOfficeTime(calendar.nextOpening(from), between(hours, share));
  }

  private static Duration byDueDate(
      WorkCalendar calendar, Work work, Draw draw, Object... purpose) {
    Duration allowed =
        work.dueAt() == null
            ? WITHOUT_DATE
            : calendar.officeTimeBetween(work.createdAt(), work.dueAt());
    double lateShare = LATE_OFFICE * draw.share(work.jurisdiction(), work.groups(), "lateness");
    double share = draw.share(purpose);
    double part =
        share < lateShare
            ? scaled(share / lateShare, LATE_BY_AT_LEAST, LATE_BY_AT_MOST)
            : scaled((share - lateShare) / (1 - lateShare), QUICKEST, SLOWEST_IN_TIME);
    return Duration.ofSeconds((long) (allowed.toSeconds() * part));
  }

  private static Duration between(List<Double> hours, double share) {
    return Duration.ofSeconds(
        (long) (scaled(share, hours.get(0), hours.get(1)) * SECONDS_PER_HOUR));
  }

  private static double scaled(double share, double least, double most) {
    return least + share * (most - least);
  }
}
