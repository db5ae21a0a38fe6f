package io.onewindow.calendar;

import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Office hours by season and weekday as a hall's notice lists them. */
public final class SeasonFile {

  static final String HEADER = "from,weekday,sessions";

  /** What one season's lines say so far. */
  private static final class Draft {
    private CsvRows.Row first;
    private List<Session> usual;
    private final Map<DayOfWeek, List<Session>> exceptions = new EnumMap<>(DayOfWeek.class);
  }

  private SeasonFile() {}

  /**
   * @param text lines {@code from,weekday,sessions} under that header; weekday is {@code usual} or
   *     {@code monday} to {@code friday}; sessions are separated by blanks, e.g. {@code 09:00-12:00
   *     13:30-17:30}
   * @param effectiveFrom the first day a season may begin
   * @throws CalendarFileException when a line is wrong or comes twice, or a season has no usual
   *     hours
   */
  public static List<OfficeHours.Season> read(String text, LocalDate effectiveFrom) {
    Map<LocalDate, Draft> drafts = new TreeMap<>();
    for (CsvRows.Row row : CsvRows.read(new StringReader(text), HEADER)) {
      LocalDate from = row.date(0);
      if (from.isBefore(effectiveFrom)) {
        throw row.refused(0, from + " 早于通知的施行日期 " + effectiveFrom);
      }
      add(row, drafts.computeIfAbsent(from, first -> new Draft()));
    }
    if (drafts.isEmpty()) {
      throw new CalendarFileException(1, "文件没有列出任何办公时间");
    }
    List<OfficeHours.Season> seasons = new ArrayList<>();
    drafts.forEach((from, draft) -> seasons.add(season(from, draft)));
    return seasons;
  }

  private static void add(CsvRows.Row row, Draft draft) {
    draft.first = draft.first == null ? row : draft.first;
    List<Session> sessions = sessions(row);
    boolean usual = row.text(1).equals("usual");
    Object before = usual ? draft.usual : draft.exceptions.put(weekday(row), sessions);
    draft.usual = usual ? sessions : draft.usual;
    if (before != null) {
      throw row.refused(1, row.text(0) + " 起的“" + row.text(1) + "”重复列出");
    }
  }

  private static OfficeHours.Season season(LocalDate from, Draft draft) {
    if (draft.usual == null) {
      throw draft.first.refused(1, from + " 起的办公时间缺少 usual（平日）一行");
    }
    return new OfficeHours.Season(from, draft.usual, draft.exceptions);
  }

  private static DayOfWeek weekday(CsvRows.Row row) {
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean weekend = day.compareTo(DayOfWeek.FRIDAY) > 0;
      if (!weekend && day.name().toLowerCase(Locale.ROOT).equals(row.text(1))) {
        return day;
      }
    }
    throw row.refused(1, "“" + row.text(1) + "”无法识别，应为 usual（平日）或 monday 至 friday；调休上班日按平日办公时间");
  }

  private static List<Session> sessions(CsvRows.Row row) {
    try {
      List<Session> sessions = new ArrayList<>();
      for (String part : row.text(2).split("[\\s、，;；]+")) {
        sessions.add(Session.parse(part));
      }
      return new OfficeHours.Season(LocalDate.MIN, sessions, Map.of()).usual();
    } catch (IllegalArgumentException refused) {
      throw row.refused(2, refused.getMessage());
    }
  }
}
