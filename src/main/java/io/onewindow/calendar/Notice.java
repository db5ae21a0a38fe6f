package io.onewindow.calendar;

import java.io.Reader;
import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The State Council's notice that publishes the holidays of one year.
 *
 * @param year the year it arranges; it may also name days of the December before
 * @param number document number, e.g. 国办发明电〔2025〕7号
 * @param title title without title marks
 * @param url where the text is published
 * @param published day of issue, null when unknown
 */
public record Notice(int year, String number, String title, String url, LocalDate published) {

  private static final String HEADER = "year,number,title,url,published";

  public Notice {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(url, "url");
  }

  /** Number and title as a document cites them, e.g. 国办发明电〔2025〕7号《……的通知》. */
  public String citation() {
    return number + "《" + title + "》";
  }

  /**
   * Whether the notice may arrange this day: one of its own year or of the December before, as
   * 国办发明电〔2022〕16号 gave 2022-12-31 to 元旦 2023.
   */
  boolean mayName(LocalDate date) {
    return date.getYear() == year || (date.getYear() == year - 1 && date.getMonthValue() == 12);
  }

  /**
   * @throws CalendarFileException when a year is listed twice or a field is malformed
   */
  static SortedMap<Integer, Notice> readAll(Reader source) {
    SortedMap<Integer, Notice> notices = new TreeMap<>();
    for (CsvRows.Row row : CsvRows.read(source, HEADER)) {
      Notice notice = of(row);
      if (notices.put(notice.year(), notice) != null) {
        throw row.refused(0, notice.year() + " 年的通知重复列出");
      }
    }
    return notices;
  }

  private static Notice of(CsvRows.Row row) {
    if (!row.text(0).matches("\\d{4}")) {
      throw row.refused(0, "年份“" + row.text(0) + "”应为四位数字");
    }
    if (row.text(1).isEmpty() || row.text(2).isEmpty()) {
      throw row.refused(row.text(1).isEmpty() ? 1 : 2, "通知应有文号和标题");
    }
    LocalDate published = row.text(4).isEmpty() ? null : row.date(4);
    return new Notice(
        Integer.parseInt(row.text(0)), row.text(1), row.text(2), row.text(3), published);
  }
}
