package io.onewindow.commandline;

import io.onewindow.problem.Problem;
import io.onewindow.supervision.eventlog.EventLogs;
import io.onewindow.supervision.eventlog.EventLogs.Written;
import io.onewindow.supervision.eventlog.LogFormat;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** {@code export-log}: writes what happened to cases as an event log for other tools. */
final class ExportLog implements Command {

  private static final long STEP = 10;

  @Override
  public String name() {
    return "export-log";
  }

  @Override
  public String usage() {
    return """
        用法：java -jar onewindow.jar export-log --format xes|ocel --out <文件>
              [--from <日期>] [--to <日期>] [--service <事项>] [--jurisdiction <辖区>] [--replace]
              [--onewindow.data-dir=<数据目录>]
          导出办件的事件日志，供流程挖掘工具使用：xes 为 XES 1.0（IEEE 1849-2016），ocel 为 OCEL 2.0（JSON）
          --from、--to 按收件日期选取，如 2026-09-01，首尾两日均包括在内；不写即为全部
          --out 以 .gz 结尾的，压缩；--replace 替换已有的文件
          人员、受理编号、申请人一律以密钥化名（onewindow.event-log.pseudonym-key），不含个人信息
          退出码：0 已导出；1 被拒绝或失败，没有留下文件；2 用法不对
        """
        .stripTrailing();
  }

  @Override
  public Set<String> required() {
    return Set.of("format", "out");
  }

  @Override
  public Set<String> optional() {
    return Set.of("from", "to", "service", "jurisdiction");
  }

  @Override
  public Set<String> switches() {
    return Set.of("replace");
  }

  @Override
  public Work prepare(Options options) {
    LogFormat format = format(options.value("format"));
    Path target = Path.of(options.value("out"));
    if (Files.isDirectory(target)) {
      throw new CommandRefused(target + " 是文件夹，--out 应为文件。");
    }
    if (Files.exists(target) && !options.has("replace")) {
      throw new CommandRefused("文件 " + target + " 已经存在；要替换它，请加 --replace。");
    }
    return (application, out) -> {
      EventLogs logs = application.get().getBean(EventLogs.class);
      Written written =
          logs.ofAll(
              format,
              options.value("from"),
              options.value("to"),
              options.value("service"),
              options.value("jurisdiction"),
              target,
              tenths(out));
      out.println("已导出 " + written.cases() + " 件、" + written.events() + " 个事件：" + target);
      out.println("文件大小 " + written.bytes() + " 字节，SHA-256 " + written.sha256());
    };
  }

  private static LogFormat format(String name) {
    try {
      return LogFormat.of(name);
    } catch (Problem unknown) {
      throw new WrongUse("--format 应为 xes 或 ocel");
    }
  }

  /** A line for every tenth of a long log. */
  private static EventLogs.Progress tenths(PrintStream out) {
    long[] told = {0};
    return (cases, total) -> {
      long tenth = total == 0 ? 0 : cases * STEP / total;
      if (tenth > told[0] && cases < total) {
        told[0] = tenth;
        out.println("已写 " + cases + " / " + total + " 件");
      }
    };
  }
}
