package io.onewindow.supervision.report;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.supervision.report.MonthlyFigures.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What Excel and PDF say in the same words. */
final class ReportWords {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(WorkCalendar.ZONE);

  private ReportWords() {}

  static String title(MonthlyFigures figures) {
    return figures.name() + "政务服务承诺时限执行情况通报";
  }

  static String month(YearMonth month) {
    return month.getYear() + "年" + month.getMonthValue() + "月";
  }

  static String asOf(MonthlyFigures figures) {
    String text = "统计截至 " + at(figures.asOf());
    if (figures.running()) {
      text += "，本月尚未结束";
    }
    if (figures.behind() > 0) {
      text += "；另有 " + figures.behind() + " 个流程实例的最新变动尚未计入";
    }
    return text + "。";
  }

  static String at(Instant instant) {
    return DAY_AND_TIME.format(instant);
  }

  /** The month in a few sentences. */
  static String summary(MonthlyFigures figures) {
    Line now = figures.cases();
    StringBuilder text = new StringBuilder();
    text.append(month(figures.month()))
        .append("收件 ")
        .append(now.received())
        .append(" 件，办结 ")
        .append(now.ended())
        .append(" 件。");
    if (now.hasRate()) {
      text.append("办件总承诺到期或办结的 ")
          .append(now.kept() + now.broken())
          .append(" 项，兑现 ")
          .append(now.kept())
          .append(" 项，未兑现 ")
          .append(now.broken())
          .append(" 项，兑现率 ")
          .append(rate(now))
          .append("。");
    } else {
      text.append("本月没有办结或到期的办件总承诺，不计算兑现率。");
    }
    if (now.hasRate() && figures.before().hasRate()) {
      text.append("上月兑现率 ").append(rate(figures.before())).append("。");
    }
    return text.toString();
  }

  /** 兑现率, with one decimal; a dash where there is nothing to divide. */
  static String rate(Line line) {
    return line.hasRate() ? percent(keeping(line)) : "—";
  }

  /** 按时率, likewise. */
  static String onTime(Line line) {
    return line.hasShare() ? percent(inTime(line)) : "—";
  }

  /** To four decimals; only of a line that has one. */
  static BigDecimal keeping(Line line) {
    return share(line.kept(), line.broken());
  }

  /** To four decimals; only of a line that has one. */
  static BigDecimal inTime(Line line) {
    return share(line.within(), line.beyond());
  }

  private static BigDecimal share(long part, long rest) {
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(part + rest), 4, RoundingMode.HALF_UP);
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  static List<String> headings(String... names) {
    List<String> headings = new ArrayList<>(List.of(names));
    headings.addAll(
        List.of(
            "收件（件）",
            "办结（次）",
            "兑现（项）",
            "未兑现（项）",
            "兑现率",
            "全部时限内（项）",
            "全部时限外（项）",
            "按时率",
            "退回（次）",
            "中位用时（工作分钟）",
            "90分位用时（工作分钟）"));
    return headings;
  }

  /** How the figures are counted, one statement each. */
  static List<String> method() {
    return List.of(
        "数据来源：流程引擎的历史记录、办件档案和承诺计时记录，与监控台的统计出自同一套汇总数据；可以用原始历史重新清点，结果相同。",
        "收件：按收件日期计入当月。办结：按办理结束的日期计入当月；环节按每次办理计次，退回重办的另计一次。",
        "承诺时限：公开文件（政府行动计划等）承诺的时限。办结不晚于到期时刻的为兑现，计入办结之日；到期仍未办结的为未兑现，计入到期之日，事后办结也不改变。",
        "兑现率：兑现 ÷（兑现＋未兑现）。没有办结或到期的承诺时不计算，以“—”表示。",
        "全部时限：除承诺时限外，还包括法定时限、随办件总承诺计时的环节和本系统的内部时限（系统默认，非承诺）。按时率：全部时限内 ÷（内＋外）。",
        "用时：办公时间内的分钟数，节假日、非办公时间不计；依据各辖区当时公布的工作日历。停表（特别程序）期间的时间仍计入用时，但不计入时限。",
        "中位用时、90分位用时：不少于 50%、90% 的办理用时不超过该数。255 分钟以内精确到分钟，更长的向下取八位有效二进制数，误差小于 0.8%。",
        "在办件：尚未办结的办件不计入办结和用时；已经超过时限的，计入未兑现。",
        "部门：按办理环节的承办部门统计，名称依据各辖区公开文件。本通报不含办件人、申请人信息。",
        "编制：每月首个工作日自动编制上月通报，督办人员也可以随时编制；编制后不再改动，附 SHA-256 摘要备查。");
  }
}
