package io.onewindow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Says how much office time of one day counts, and when: 计 3 小时（13:30–16:30）. */
public final class OfficeTimeWords {

  private OfficeTimeWords() {}

  /** For stretches of one day, in order. */
  public static String counted(List<Interval> stretches) {
    Duration total = Duration.ZERO;
    StringJoiner spans = new StringJoiner("、", "（", "）");
    for (Interval stretch : stretches) {
      total = total.plus(stretch.length());
      spans.add(clock(stretch.from()) + "–" + clock(stretch.to()));
    }
    return "计 " + amount(total) + spans;
  }

  static String counted(LocalDate day, List<Session> sessions, Instant from, Instant to) {
    List<Interval> stretches = new ArrayList<>();
    for (Session session : sessions) {
      Instant start = later(from, instant(day, session.opens()));
      Instant end = earlier(to, instant(day, session.closes()));
      if (start.isBefore(end)) {
        stretches.add(new Interval(start, end));
      }
    }
    return counted(stretches);
  }

  /** Whole units only, from hours down to seconds: 1 小时 30 分钟. */
  public static String amount(Duration time) {
    StringJoiner parts = new StringJoiner(" ");
    if (time.toHours() > 0) {
      parts.add(time.toHours() + " 小时");
    }
    if (time.toMinutesPart() > 0) {
      parts.add(time.toMinutesPart() + " 分钟");
    }
    if (time.toSecondsPart() > 0 || parts.length() == 0) {
      parts.add(time.toSecondsPart() + " 秒");
    }
    return parts.toString();
  }

  private static LocalTime clock(Instant instant) {
    return instant.atZone(WorkCalendar.ZONE).toLocalTime().truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant instant(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(WorkCalendar.ZONE).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
