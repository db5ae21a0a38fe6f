package io.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.OneWindowApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as the jar runs it, against an H2 file of its own. */
class ExportLogTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final CommandLine commandLine =
      new CommandLine(
          OneWindowApplication.class, new PrintStream(printed, true, StandardCharsets.UTF_8));

  @TempDir private Path folder;

  @Test
  void writesALogAndRefusesToOverwriteItUnasked() throws Exception {
    Path file = folder.resolve("log.xes");
    assertThat(export(file, "xes")).isZero();
    assertThat(printed()).contains("已导出 0 件").contains("SHA-256");
    assertThat(Files.readString(file)).contains("<log xes.version=\"1849.2016\"");
    assertThat(export(file, "ocel")).isEqualTo(1);
    assertThat(printed()).contains("已经存在").contains("--replace");
    assertThat(export(file, "ocel", "--replace")).isZero();
    assertThat(Files.readString(file)).startsWith("{\"objectTypes\"");
  }

  @Test
  void refusesWhatCannotBeSelected() {
    Path file = folder.resolve("log.xes");
    assertThat(export(file, "xes", "--from", "2026-09-02", "--to", "2026-09-01")).isEqualTo(1);
    assertThat(printed()).contains("止日 2026-09-01 早于起日 2026-09-02");
    assertThat(export(file, "xes", "--service", "moon-landing")).isEqualTo(1);
    assertThat(printed()).contains("没有事项“moon-landing”");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export-log",
        "export-log --format xes",
        "export-log --format csv --out a.csv",
        "export-log --format xes --out a.xes --until tomorrow"
      })
  void printsTheUsageWhenCalledWrongly(String line) {
    assertThat(commandLine.run(line.split(" "))).isEqualTo(2);
    assertThat(printed()).contains("用法：java -jar onewindow.jar export-log --format");
  }

  private int export(Path file, String format, String... more) {
    printed.reset();
    List<String> arguments =
        new ArrayList<>(List.of("export-log", "--format", format, "--out", file.toString()));
    arguments.addAll(List.of(more));
    arguments.add("--onewindow.data-dir=" + folder.resolve("data"));
    return commandLine.run(arguments.toArray(String[]::new));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
