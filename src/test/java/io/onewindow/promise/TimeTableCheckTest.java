package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTableCheckTest {

  private final TimeTableCheck check = new TimeTableCheck();

  @ParameterizedTest
  @CsvSource({
    "internal-limit,internal_supplement_value,30,0,internal_supplement,期限数值 0 不适用于“日”",
    "internal-limit,internal_supplement_value,30,-3,internal_supplement,写法不对",
    "internal-limit,internal_supplement_unit,\"CALENDAR_DAY\",\"DAYS\",internal_supplement,写法不对",
    "internal-limit,internal_supplement_warning,\"5 CALENDAR_DAY\",\"soon\",“预警提前量”,写法不对",
    "promised-limit,limit_LC22_005_warning,\"5 OFFICE_MINUTE\",\"120%\",“预警提前量”,1% 至 99%",
    "promised-limit,limit_LC22_005_warning,\"5 OFFICE_MINUTE\",\"930 FIXED_DATE\",“预警提前量”,固定日期",
    "reminder-point,reminder_default_point,\"50%\",\"0%\",“提醒点”,1% 至 99%",
    "reminder-point,reminder_default_point,\"50%\",\"\",“提醒点”,写法不对",
    "reminder-point,reminder_default_amber,'',\"half\",“黄灯点”,写法不对"
  })
  void refusesWhatNoClockCanCountBy(
      String table, String cell, String is, String becomes, String where, String why)
      throws IOException {
    String broken = table(table).replaceFirst(pattern(cell, is), "$1" + becomes + "$2");
    assertThat(broken).isNotEqualTo(table(table));
    assertThatThrownBy(() -> check.check("any.dmn", broken.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(where)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({
    "promised-limit,limit_LC22_005_warning,\"5 OFFICE_MINUTE\",\"80%\"",
    "reminder-point,reminder_default_amber,'',\"75%\"",
    "reminder-point,reminder_default_point,\"50%\",\"2 OFFICE_HOUR\""
  })
  void acceptsAShareAndATimeBefore(String table, String cell, String is, String becomes)
      throws IOException {
    String changed = table(table).replaceFirst(pattern(cell, is), "$1" + becomes + "$2");
    assertThat(changed).isNotEqualTo(table(table));
    check.check("any.dmn", changed.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void acceptsTheTablesAsTheyStand() throws IOException {
    for (String table : new String[] {"promised-limit", "internal-limit", "reminder-point"}) {
      check.check(table + ".dmn", table(table).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String pattern(String cell, String is) {
    return "(" + cell + "\">\\s*<text>)" + is + "(</text>)";
  }

  private static String table(String name) throws IOException {
    return Files.readString(Path.of("processes", "shared", name + ".dmn"));
  }
}
