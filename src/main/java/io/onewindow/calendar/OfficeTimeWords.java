package io.onewindow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.StringJoiner;

/** Says how much office time of one day counts, and when: 计 3 小时（13:30–16:30）. */
final class OfficeTimeWords {

  private OfficeTimeWords() {}

  static String counted(LocalDate day, List<Session> sessions, Instant from, Instant to) {
    Duration total = Duration.ZERO;
    StringJoiner spans = new StringJoiner("、", "（", "）");
    for (Session session : sessions) {
      Instant start = later(from, instant(day, session.opens()));
      Instant end = earlier(to, instant(day, session.closes()));
      if (start.isBefore(end)) {
        total = total.plus(Duration.between(start, end));
        spans.add(clock(start) + "–" + clock(end));
      }
    }
    return "计 " + amount(total) + spans;
  }

  /** Whole units only, from hours down to seconds: 1 小时 30 分钟. */
  static String amount(Duration time) {
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
