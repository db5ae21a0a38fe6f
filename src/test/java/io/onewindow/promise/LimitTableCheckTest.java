package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LimitTableCheckTest {

  private static final String TABLE = "promised-limit.dmn";

  private final LimitTableCheck check = new LimitTableCheck(new Ledger());

  @Test
  void acceptsTheTableAsItStands() throws IOException {
    byte[] table = table().getBytes(StandardCharsets.UTF_8);
    assertThatCode(() -> check.check(TABLE, table)).doesNotThrowAnyException();
  }

  @Test
  void refusesAPromiseThatIsLongerThanTheLawAllows() throws IOException {
    byte[] table =
        table()
            .replaceFirst("\"NY21-006\"", "\"LC22-054\"")
            .replaceFirst(
                "(limit_NY21_006_value\">\\s*<text>)2(</text>[\\s\\S]*?)\"OFFICE_HOUR\"",
                "$17$2\"WORKING_DAY\"")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> check.check(TABLE, table))
        .hasMessageContaining("limit_NY21_006")
        .hasMessageContaining("长于市场主体登记管理条例第十九条的法定时限（3个工作日）");
  }

  @Test
  void refusesANumberThatTheLedgerDoesNotHold() throws IOException {
    byte[] table =
        table()
            .replaceFirst("(limit_NY21_006_value\">\\s*<text>)2(</text>)", "$13$2")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> check.check(TABLE, table)).hasMessageContaining("承诺台账为 2 OFFICE_HOUR");
  }

  @Test
  void refusesAPromiseOfNaturalHoursThatOfficeHoursWouldKeepTooLate() throws IOException {
    String table = table().replaceFirst("\"NY21-006\"", "\"LC21-120\"");
    assertThatThrownBy(() -> check.check(TABLE, bytes(table)))
        .hasMessageContaining("承诺 LC21-120 指自然小时，时限表的小时只计办公时间，会宽于承诺");
  }

  @Test
  void refusesALimitOfZeroAndAWrongUnit() throws IOException {
    String zero = table().replaceFirst("(limit_NY21_006_value\">\\s*<text>)2(</text>)", "$10$2");
    assertThatThrownBy(() -> check.check(TABLE, bytes(zero)))
        .hasMessageContaining("limit_NY21_006")
        .hasMessageContaining("表中为 0 OFFICE_HOUR，承诺台账为 2 OFFICE_HOUR");
    String days =
        table()
            .replaceFirst(
                "(limit_NY21_006_value\">[\\s\\S]*?)\"OFFICE_HOUR\"", "$1\"WORKING_DAY\"");
    assertThatThrownBy(() -> check.check(TABLE, bytes(days)))
        .hasMessageContaining("表中为 2 WORKING_DAY，承诺台账为 2 OFFICE_HOUR");
  }

  @Test
  void refusesWhatNeitherLedgerNorStatutesKnow() throws IOException {
    String promise = table().replaceFirst("\"NY21-006\"", "\"NY99-001\"");
    assertThatThrownBy(() -> check.check(TABLE, bytes(promise)))
        .hasMessageContaining("承诺台账中没有编号“NY99-001”");
    String statute = table().replaceFirst("\"MR19\"", "\"MR99\"");
    assertThatThrownBy(() -> check.check(TABLE, bytes(statute)))
        .hasMessageContaining("法定时限表中没有编号“MR99”");
  }

  @Test
  void isNotEludedByAnotherFileName() throws IOException {
    String zero = table().replaceFirst("(limit_NY21_006_value\">\\s*<text>)2(</text>)", "$10$2");
    assertThatThrownBy(() -> check.check("limits-2027.dmn", bytes(zero)))
        .hasMessageContaining("limit_NY21_006");
  }

  private static byte[] bytes(String table) {
    return table.getBytes(StandardCharsets.UTF_8);
  }

  private static String table() throws IOException {
    return Files.readString(Path.of("processes", "shared", TABLE));
  }
}
