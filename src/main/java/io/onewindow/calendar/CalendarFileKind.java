package io.onewindow.calendar;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a calendar file arranges, told by its heading. */
public enum CalendarFileKind {
  NATIONAL_YEAR(NamedDay.HEADER, "全国放假安排"),
  LOCAL_DAYS(LocalDays.HEADER, "本地办公日调整"),
  OFFICE_HOURS(SeasonFile.HEADER, "办公时间");

  private final String header;
  private final String chinese;

  CalendarFileKind(String header, String chinese) {
    this.header = header;
    this.chinese = chinese;
  }

  /** As screens and the command line call it. */
  public String chinese() {
    return chinese;
  }

  /**
   * @throws CalendarFileException when the first line is none of the headings
   */
  public static CalendarFileKind of(String text) {
    String first = text.lines().findFirst().orElse("").replace("\uFEFF", "").strip();
    return Arrays.stream(values())
        .filter(kind -> kind.header.equals(first))
        .findFirst()
        .orElseThrow(() -> new CalendarFileException(1, "表头应为下列之一：" + headers()));
  }

  private static String headers() {
    return Arrays.stream(values())
        .map(kind -> kind.header + "（" + kind.chinese + "）")
        .collect(Collectors.joining("、"));
  }
}
