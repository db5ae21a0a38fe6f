package io.onewindow.supervision.report;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.print.Sheet;
import io.onewindow.print.Sheet.Block;
import io.onewindow.print.SheetPrinter;
import io.onewindow.supervision.report.MonthlyFigures.Line;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The report as PDF; its last page says how the figures are counted. */
@Component
class ReportSheet {

  private static final List<Integer> ONE_NAME = List.of(30, 12, 12, 12, 12, 14, 12, 12);
  private static final List<Integer> THREE_NAMES = List.of(20, 20, 21, 9, 9, 11, 11, 12, 14, 11);

  private final SheetPrinter printer;

  ReportSheet(SheetPrinter printer) {
    this.printer = printer;
  }

  byte[] of(MonthlyFigures figures) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Sheet.Heading(figures.name(), "政务服务承诺时限执行情况通报"));
    blocks.add(new Sheet.RightLine(ReportWords.month(figures.month())));
    blocks.add(new Sheet.Text(ReportWords.summary(figures)));
    blocks.add(new Sheet.Remark(ReportWords.asOf(figures)));
    blocks.add(new Sheet.Remark("单位：收件为件，办结、退回为次，其余为项；用时为工作分钟。统计口径和方法见末页。"));
    section(blocks, "一、按事项", List.of("事项"), ONE_NAME, figures.services());
    section(blocks, "二、按部门", List.of("部门"), ONE_NAME, figures.departments());
    section(blocks, "三、按环节", List.of("事项", "环节", "承办部门"), THREE_NAMES, figures.steps());
    blocks.add(new Sheet.NewPage());
    blocks.add(new Sheet.Line("统计口径和方法"));
    int number = 1;
    for (String statement : ReportWords.method()) {
      blocks.add(new Sheet.Item(number++, statement));
    }
    String title = ReportWords.title(figures) + "（" + ReportWords.month(figures.month()) + "）";
    return printer.print(
        new Sheet(title, figures.name(), figures.asOf().atZone(WorkCalendar.ZONE), title, blocks));
  }

  /** Cases are received and have promises; steps are returned and mostly share the case's. */
  private static void section(
      List<Block> blocks,
      String title,
      List<String> names,
      List<Integer> shares,
      List<Line> lines) {
    blocks.add(new Sheet.Line(title));
    if (lines.isEmpty()) {
      blocks.add(new Sheet.Text("本月没有。"));
      return;
    }
    boolean cases = title.endsWith("事项");
    List<List<String>> rows = new ArrayList<>();
    List<String> headings = new ArrayList<>(names);
    headings.addAll(
        cases
            ? List.of("收件", "办结", "兑现", "未兑现", "兑现率", "中位分钟", "90分位")
            : List.of("退回", "办结", "时限内", "时限外", "按时率", "中位分钟", "90分位"));
    rows.add(headings);
    lines.forEach(line -> rows.add(row(line, cases)));
    blocks.add(new Sheet.Table(shares, rows));
  }

  private static List<String> row(Line line, boolean cases) {
    List<String> row = new ArrayList<>(line.names());
    row.add(String.valueOf(cases ? line.received() : line.returns()));
    row.add(String.valueOf(line.ended()));
    row.add(String.valueOf(cases ? line.kept() : line.within()));
    row.add(String.valueOf(cases ? line.broken() : line.beyond()));
    row.add(cases ? ReportWords.rate(line) : ReportWords.onTime(line));
    row.add(line.median() == null ? "—" : line.median().toString());
    row.add(line.p90() == null ? "—" : line.p90().toString());
    return row;
  }
}
