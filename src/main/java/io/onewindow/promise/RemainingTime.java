package io.onewindow.promise;

import io.onewindow.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;

/** Says in Chinese how much working time is left until an instant, or since it passed. */
final class RemainingTime {

  private RemainingTime() {}

  static String inWords(WorkCalendar calendar, Instant now, Instant due) {
    Duration left = calendar.officeTimeBetween(now, due);
    if (!now.isBefore(due)) {
      boolean justNow = left.abs().toMinutes() == 0;
      return justNow ? "已超时（刚到期）" : "已超时 " + amount(calendar, left.abs());
    }
    return left.isZero() ? "即将到期" : "剩余 " + amount(calendar, left);
  }

  private static String amount(WorkCalendar calendar, Duration office) {
    long days = office.dividedBy(calendar.officeDay());
    Duration rest = office.minus(calendar.officeDay().multipliedBy(days));
    StringBuilder words = new StringBuilder();
    if (days > 0) {
      words.append(days).append("个工作日");
    }
    if (rest.toHours() > 0) {
      words.append(rest.toHours()).append("小时");
    }
    if (rest.toMinutesPart() > 0 || words.isEmpty()) {
      words.append(rest.toMinutesPart()).append("分");
    }
    return words + "（工作时间）";
  }
}
