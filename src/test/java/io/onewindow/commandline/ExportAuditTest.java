package io.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.OneWindowApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as the jar runs it, against an H2 file of its own. */
class ExportAuditTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final CommandLine commandLine =
      new CommandLine(
          OneWindowApplication.class, new PrintStream(printed, true, StandardCharsets.UTF_8));

  @TempDir private Path folder;

  private int export(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "export-audit";
    System.arraycopy(more, 0, arguments, 1, more.length);
    arguments[more.length + 1] = "--onewindow.data-dir=" + folder;
    return commandLine.run(arguments);
  }

  @Test
  void writesTheRecordsOfAPeriodAndMasksNumbersInThem() throws SQLException, IOException {
    Path file = folder.resolve("audit.jsonl");
    assertThat(export("--from=2026-01-01", "--to=2026-06-30", "--out=" + file)).isZero();
    assertThat(Files.readString(file)).isEmpty();
    try (var database =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("onewindow"), "sa", "");
        var statement = database.createStatement()) {
      for (String day : List.of("2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01")) {
        statement.execute(
            "insert into ow_audit (id, event, detail, face, happened_at) values ('"
                + day
                + "', 'PERSONAL_DATA_READ', '证件 11010519491231002X，电话 18612345678，编号"
                + " 12345678901234', 'api', timestamp with time zone '"
                + day
                + " 12:00:00+08')");
      }
    }
    assertThat(export("--from=2026-01-01", "--to=2026-06-30", "--out=" + file)).isEqualTo(1);
    assertThat(export("--from=2026-01-01", "--to=2026-06-30", "--out=" + file, "--replace"))
        .as(printed.toString(StandardCharsets.UTF_8))
        .isZero();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.path("record").asText()).isEqualTo("ow_audit");
    assertThat(first.path("id").asText()).isEqualTo("2026-01-01");
    assertThat(first.path("happened_at").asText()).isEqualTo("2026-01-01T04:00:00Z");
    assertThat(first.path("detail").asText())
        .isEqualTo("证件 1101**********002X，电话 186****5678，编号 12345678901234");
    assertThat(first.path("event_label").asText()).isEqualTo("查看完整号码");
    assertThat(first.has("seal")).isTrue();
  }

  @Test
  void explainsItselfToWhoUsesItWrongly() {
    assertThat(export("--from=2026-1-1", "--to=2026-06-30", "--out=x")).isEqualTo(2);
    assertThat(export("--from=2026-07-01", "--to=2026-06-30", "--out=x")).isEqualTo(2);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("用法：java -jar onewindow.jar export-audit");
  }
}
