package io.onewindow.commandline;

import io.onewindow.audit.AuditExport;
import io.onewindow.calendar.WorkCalendar;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** {@code export-audit}: writes the records of a period into a file. */
final class ExportAudit implements Command {

  @Override
  public String name() {
    return "export-audit";
  }

  @Override
  public String usage() {
    return """
    用法：java -jar onewindow.jar export-audit --from <日期> --to <日期> --out <文件> [--replace]
          [--onewindow.data-dir=<数据目录>]
      导出审计记录（办件经过、对系统的操作、办理动作、时限、材料），每行一个 JSON 对象，附封条
      --from、--to 如 2026-01-01，首尾两日均包括在内；--out 以 .gz 结尾的，压缩
      文字中的证件号码、手机号已遮掩；记录仍涉及个人和办件，请加密保存
      退出码：0 已导出；1 被拒绝或失败，没有留下文件；2 用法不对
    """
        .stripTrailing();
  }

  @Override
  public Set<String> required() {
    return Set.of("from", "to", "out");
  }

  @Override
  public Set<String> switches() {
    return Set.of("replace");
  }

  @Override
  public Work prepare(Options options) {
    LocalDate from = date("from", options);
    LocalDate to = date("to", options);
    if (to.isBefore(from)) {
      throw new WrongUse("--to 不能早于 --from");
    }
    Path target = Path.of(options.value("out")).toAbsolutePath();
    if (Files.exists(target) && !options.has("replace")) {
      throw new CommandRefused("文件 " + target + " 已经存在；要替换它，请加 --replace。");
    }
    return (application, out) -> {
      AuditExport export = application.get().getBean(AuditExport.class);
      long records = write(export, start(from), start(to.plusDays(1)), target);
      out.println("已导出 " + records + " 条审计记录：" + target);
    };
  }

  /** Beside its place first, so that nobody ever takes half of it for the whole. */
  private static long write(AuditExport export, Instant from, Instant to, Path target) {
    try {
      Path part = Files.createTempFile(target.getParent(), target.getFileName().toString(), null);
      try {
        long records;
        try (Writer out = writer(part, target)) {
          records = export.write(from, to, out);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        return records;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException | UncheckedIOException unwritable) {
      throw new CommandRefused("文件 " + target + " 写不进去，没有导出。");
    }
  }

  private static Writer writer(Path part, Path target) throws IOException {
    OutputStream file = Files.newOutputStream(part);
    return new BufferedWriter(
        new OutputStreamWriter(
            target.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file,
            StandardCharsets.UTF_8));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
  }

  private static LocalDate date(String option, Options options) {
    try {
      return LocalDate.parse(options.value(option));
    } catch (DateTimeParseException wrong) {
      throw new WrongUse("--" + option + " 应为日期，如 2026-01-01");
    }
  }
}
