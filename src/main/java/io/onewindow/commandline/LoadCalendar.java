package io.onewindow.commandline;

import io.onewindow.promise.CalendarChange;
import io.onewindow.promise.CalendarNotices;
import io.onewindow.promise.CalendarOutcome;
import io.onewindow.promise.CalendarUpload;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;

/** {@code load-calendar}: takes up a notice with a year's holidays, a hall's days or its hours. */
final class LoadCalendar implements Command {

  @Override
  public String name() {
    return "load-calendar";
  }

  @Override
  public String usage() {
    return """
        用法：java -jar onewindow.jar load-calendar --file <CSV 文件> --number <文号> --title <标题>
              [--url <原文网址>] [--jurisdiction <辖区>] [--effective <施行日期>] [--replace]
              [--onewindow.data-dir=<数据目录>]
          载入一份日历通知，按表头识别：
            date,type,name        全国放假安排，type 为 holiday 或 workday；须有 --url，不带 --jurisdiction
            date,type,reason      本辖区办公日调整，type 为 closed 或 open；须有 --jurisdiction
            from,weekday,sessions 本辖区办公时间，weekday 为 usual 或 monday 至 friday，
                                  时段如 09:00-12:00 13:30-17:30；须有 --jurisdiction
          --replace 替换已公布的年份或同一文号的通知
          退出码：0 已载入；1 文件或通知被拒绝，没有改动；2 用法不对
        """
        .stripTrailing();
  }

  @Override
  public Set<String> required() {
    return Set.of("file", "number", "title");
  }

  @Override
  public Set<String> optional() {
    return Set.of("url", "jurisdiction", "effective");
  }

  @Override
  public Set<String> switches() {
    return Set.of("replace");
  }

  @Override
  public Work prepare(Options options) {
    LocalDate effective = date(options.value("effective"));
    CalendarUpload upload =
        new CalendarUpload(
            TextFile.read(Path.of(options.value("file"))),
            options.value("number"),
            options.value("title"),
            options.value("url"),
            options.value("jurisdiction"),
            effective,
            options.has("replace"));
    String who = "命令行 " + System.getProperty("user.name");
    return (application, out) ->
        report(application.get().getBean(CalendarNotices.class).load(upload, who), out);
  }

  private static void report(CalendarOutcome outcome, PrintStream out) {
    out.println("已载入" + outcome.kind() + "：" + outcome.citation());
    out.println("适用辖区：" + String.join("、", outcome.jurisdictions()));
    outcome.replaces().forEach(old -> out.println("替换：" + old));
    out.println("改变 " + outcome.changes().size() + " 处：");
    for (CalendarChange change : outcome.changes()) {
      out.println("  " + change.date() + "  " + change.before() + " → " + change.after());
    }
    if (outcome.year() != null && outcome.replaces().isEmpty()) {
      out.println("在办件中暂计的期限由服务自动重新计算：服务运行中的，数分钟内；否则在下次启动时。");
    }
    outcome.remarks().forEach(remark -> out.println("请注意：" + remark));
  }

  private static LocalDate date(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new WrongUse("--effective 应为日期，如 2026-07-01");
    }
  }
}
