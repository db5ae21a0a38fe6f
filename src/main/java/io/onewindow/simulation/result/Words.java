package io.onewindow.simulation.result;

import java.util.Locale;
import java.util.Map;

/** Figures in Chinese words. */
final class Words {

  private static final Map<String, String> SPENT =
      Map.of(
          "work", "办理",
          "queue", "等待经办",
          "applicant", "等待申请人",
          "procedure", "特别程序",
          "other", "其他等待",
          "off_hours", "非办公时间");

  private Words() {}

  static String spent(String what) {
    return SPENT.get(what);
  }

  /** A step in words where it keeps no promise of a plan. */
  static String step(String id) {
    return switch (id) {
      case "case" -> "全流程";
      case "later-case" -> "分时办理的全流程，内部时限";
      default -> id;
    };
  }

  static String percent(double share) {
    return Double.isNaN(share) ? "—" : String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  /** Percentage points. */
  static String points(double share) {
    return String.format(Locale.ROOT, "%.1f 个百分点", share * 100);
  }

  static String number(double value) {
    return Double.isNaN(value) ? "—" : String.format(Locale.ROOT, "%.2f", value);
  }

  /** Seconds as a length one can picture. */
  static String length(double seconds) {
    if (Double.isNaN(seconds)) {
      return "—";
    }
    double size = Math.abs(seconds);
    if (size < 60) {
      return String.format(Locale.ROOT, "%.1f 秒", seconds);
    }
    if (size < 3600) {
      return String.format(Locale.ROOT, "%.1f 分钟", seconds / 60);
    }
    return size < 48 * 3600
        ? String.format(Locale.ROOT, "%.2f 小时", seconds / 3600)
        : String.format(Locale.ROOT, "%.2f 天", seconds / 86400);
  }
}
