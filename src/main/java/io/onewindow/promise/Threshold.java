package io.onewindow.promise;

import io.onewindow.calendar.Deadline;
import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * When to call attention to a limit: after a share of its office time, or a time before its end.
 *
 * @param percent share of the limit that has passed; ignored when {@code before} is given
 * @param before time before the end; null for a share
 */
public record Threshold(int percent, Term before) {

  private static final int WHOLE = 100;

  /**
   * @param text {@code 50%} or {@code 1 WORKING_DAY}
   * @throws IllegalArgumentException with a Chinese message for anything else, or a share outside 1
   *     to 99
   */
  static Threshold parse(String text) {
    if (!text.endsWith("%")) {
      Term before = Term.parse(text);
      if (before.unit() == LimitUnit.FIXED_DATE) {
        throw new IllegalArgumentException("固定日期不能作为提前量：" + text);
      }
      return before(before);
    }
    String share = text.substring(0, text.length() - 1).strip();
    int percent = share.matches("\\d{1,2}") ? Integer.parseInt(share) : 0;
    if (percent < 1) {
      throw new IllegalArgumentException("提醒点应在 1% 至 99% 之间：" + text);
    }
    return new Threshold(percent, null);
  }

  static Threshold before(Term time) {
    return new Threshold(0, time);
  }

  /** Within office hours, never at a closing unless that is the deadline itself. */
  Instant of(Deadline deadline, WorkCalendar calendar) {
    Instant point =
        calendar.nextOpening(
            before == null ? share(deadline, calendar) : calendar.warningPoint(deadline, before));
    return point.isAfter(deadline.due()) ? deadline.due() : point;
  }

  private Instant share(Deadline deadline, WorkCalendar calendar) {
    Duration whole = calendar.officeTimeBetween(deadline.effectiveFrom(), deadline.due());
    Duration part = whole.multipliedBy(percent).dividedBy(WHOLE);
    return calendar.plusOfficeTime(deadline.effectiveFrom(), part);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return before == null ? percent + "%" : before.toString();
  }
}
