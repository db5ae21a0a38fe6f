package io.onewindow.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day on which one hall departs from the national calendar.
 *
 * @param date in Asia/Shanghai
 * @param reason in Chinese, e.g. 防汛应急 or 周六服务日
 * @param notice document number of the notice that says so, e.g. 宁政办字〔2026〕9号
 */
public record LocalDay(LocalDate date, Kind kind, String reason, String notice) {

  /** Whether the hall is shut or open in departure from the national calendar. */
  public enum Kind {
    CLOSED,
    OPEN
  }

  public LocalDay {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(notice, "notice");
  }

  boolean isWorkday() {
    return kind == Kind.OPEN;
  }

  /** 防汛应急，停止办公（宁政办字〔2026〕9号）. */
  String words() {
    return reason + (isWorkday() ? "，照常办公（" : "，停止办公（") + notice + "）";
  }
}
