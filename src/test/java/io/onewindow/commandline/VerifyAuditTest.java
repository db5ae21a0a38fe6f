package io.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.OneWindowApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as the jar runs it, against an H2 file of its own. */
class VerifyAuditTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final CommandLine commandLine =
      new CommandLine(
          OneWindowApplication.class, new PrintStream(printed, true, StandardCharsets.UTF_8));

  @TempDir private Path folder;

  private int verify(String... more) {
    printed.reset();
    String[] arguments = new String[more.length + 2];
    arguments[0] = "verify-audit";
    System.arraycopy(more, 0, arguments, 1, more.length);
    arguments[more.length + 1] = "--onewindow.data-dir=" + folder;
    return commandLine.run(arguments);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysWhatHoldsAndNamesWhatDoesNot() throws SQLException {
    assertThat(verify()).isZero();
    assertThat(printed()).contains("审计记录一致：0 条。");
    try (Connection database =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("onewindow"), "sa", "");
        var statement = database.createStatement()) {
      ResultSet people = statement.executeQuery("select count(*) from ACT_ID_USER");
      people.next();
      assertThat(people.getInt(1)).as("no command brings anybody in").isZero();
      statement.execute(
          "insert into ow_audit_seal (seq, source, entry_no, row_id, hash, sealed_at)"
              + " values (1, 'ow_action', 7, 'forged', 'ff', current_timestamp)");
    }
    assertThat(verify()).isEqualTo(1);
    assertThat(printed()).contains("第 1 枚封条，ow_action 的记录 forged：封存之后被删除");
  }

  @Test
  void namesRowsThatShouldHaveASealAndOnlyCountsYoungOnes() throws SQLException {
    assertThat(verify()).isZero();
    execute(
        "insert into ow_audit (id, event, face, happened_at)"
            + " values ('young', 'X', 'api', current_timestamp)");
    assertThat(verify()).as(this::printed).isZero();
    assertThat(printed()).contains("审计记录一致：0 条。", "尚未封存 1 条");
    execute(
        "insert into ow_audit (id, event, face, happened_at)"
            + " values ('slipped-in', 'X', 'api', timestamp with time zone '2026-01-01 12:00:00+08')");
    assertThat(verify()).isEqualTo(1);
    assertThat(printed()).contains("ow_audit 1 条，第一条是记录 slipped-in");
  }

  private void execute(String sql) throws SQLException {
    try (Connection database =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("onewindow"), "sa", "");
        var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The models that have the steps come with the first node. */
  @Test
  void takesTheSettingsOfNodesBeforeTheFirstOfThemHasStarted() {
    String system = "--onewindow.exchange.systems.ny-tax.";
    assertThat(
            verify(
                system + "jurisdiction=ningyang",
                system + "department=tax",
                system + "address=https://tax.example/in",
                system + "steps=userTask_handleTax"))
        .as(this::printed)
        .isZero();
  }

  @Test
  void explainsItselfToWhoUsesItWrongly() {
    assertThat(verify("--from=2026-01-01", "--no-such-thing")).isEqualTo(2);
    assertThat(printed()).contains("用法：java -jar onewindow.jar verify-audit");
  }
}
