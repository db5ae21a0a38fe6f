package io.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.OneWindowApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as the jar runs it, against an H2 file of its own. */
class LoadCalendarTest {

  private static final Path FICTITIOUS =
      Path.of("src/test/resources/calendars/fictitious-2027.csv");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final CommandLine commandLine =
      new CommandLine(
          OneWindowApplication.class, new PrintStream(printed, true, StandardCharsets.UTF_8));

  @TempDir private Path folder;

  @Test
  void loadsAYearAndRefusesItTheSecondTime() throws Exception {
    assertThat(load(FICTITIOUS)).isZero();
    assertThat(printed())
        .contains("已载入全国放假安排：虚构〔2026〕0号《虚构的通知》")
        .contains("适用辖区：hekou、liaocheng、ningyang、shenxian")
        .contains("2027-01-31  星期日 → 调休上班（春节）")
        .contains("在办件中暂计的期限由服务自动重新计算");
    assertThat(load(FICTITIOUS)).isEqualTo(1);
    assertThat(printed()).contains("2027 年的放假安排已由虚构〔2026〕0号").contains("--replace");
    assertThat(load(FICTITIOUS, "--replace")).isZero();
    assertThat(printed())
        .contains("替换：虚构〔2026〕0号《虚构的通知》")
        .contains("改变 0 处")
        .doesNotContain("自动重新计算");
    assertThat(loadedBy()).startsWith("命令行 ");
  }

  @Test
  void loadsAHallsDaysFromAFileInGb18030() throws Exception {
    Path file = folder.resolve("days.csv");
    Files.writeString(
        file, "date,type,reason\r\n2026-11-24,closed,防汛应急\r\n", Charset.forName("GB18030"));
    assertThat(load(file, "--jurisdiction=ningyang", "--effective", "2026-11-01")).isZero();
    assertThat(printed()).contains("2026-11-24  工作日 → 防汛应急，停止办公（虚构〔2026〕0号）");
  }

  @Test
  void refusesAWrongFileWithItsLine() throws Exception {
    Path file = folder.resolve("wrong.csv");
    Files.writeString(
        file, Files.readString(FICTITIOUS).replace("2027-10-09,workday", "2027-10-11,workday"));
    assertThat(load(file)).isEqualTo(1);
    assertThat(printed()).contains("第 34 行 type 栏：2027-10-11 本来就是工作日，不能列为调休上班");
  }

  @Test
  void saysThatTheDatabaseIsInUse() throws Exception {
    DriverManager.getConnection(database(), "sa", "").close();
    Path file = folder.resolve("onewindow.mv.db");
    try (FileChannel server = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertThat(server.lock().isValid()).isTrue();
      assertThat(load(FICTITIOUS)).isEqualTo(1);
    }
    assertThat(printed()).contains("数据库文件正被占用：服务正在运行").contains("没有任何改动");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "load-calendar",
        "load-calendar --file",
        "load-calendar --file a.csv --number",
        "load-calendar --file a.csv --number 1 --title 2 --force",
        "load-calendar --file a.csv --number 1 --title 2 3",
        "load-calendar --file a.csv --number 1 --title 2 --title 3",
        "load-calendar --file a.csv --number 1 --title 2 --effective tomorrow",
        "load-calender --file a.csv"
      })
  void printsTheUsageWhenCalledWrongly(String line) throws Exception {
    assertThat(commandLine.run(line.split(" "))).isEqualTo(2);
    assertThat(printed()).contains("用法：java -jar onewindow.jar load-calendar --file");
  }

  @Test
  void saysWhichFileCannotBeRead() throws Exception {
    assertThat(load(folder.resolve("none.csv"))).isEqualTo(1);
    assertThat(printed()).contains("读不到文件");
  }

  @Test
  void takesOptionsAloneForAServerStart() {
    assertThat(CommandLine.isCommand(new String[] {"--server.port=8095"})).isFalse();
    assertThat(CommandLine.isCommand(new String[0])).isFalse();
    assertThat(CommandLine.isCommand(new String[] {"load-calendar"})).isTrue();
  }

  private int load(Path file, String... more) {
    printed.reset();
    List<String> arguments =
        new ArrayList<>(List.of("load-calendar", "--file", file.toString(), "--number"));
    arguments.addAll(List.of("虚构〔2026〕0号", "--title", "虚构的通知"));
    if (file.equals(FICTITIOUS) || file.endsWith("wrong.csv")) {
      arguments.addAll(List.of("--url", "https://example.org/2027"));
    }
    arguments.add("--onewindow.data-dir=" + folder);
    arguments.addAll(List.of(more));
    return commandLine.run(arguments.toArray(String[]::new));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String loadedBy() throws Exception {
    try (Connection database = DriverManager.getConnection(database(), "sa", "");
        ResultSet row =
            database.createStatement().executeQuery("select loaded_by from ow_calendar_notice")) {
      row.next();
      return row.getString(1);
    }
  }

  private String database() {
    return "jdbc:h2:file:" + folder.resolve("onewindow");
  }
}
