package io.onewindow.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads a comma-separated file without quoting, with a fixed header, remembering line numbers. */
final class CsvRows {

  /** What a table column holds, with room to spare. */
  private static final int LONGEST_FIELD = 200;

  /** One line of data, counted from 1 with the header; its fields are stripped of blanks. */
  record Row(int line, List<String> headings, List<String> fields) {

    String text(int column) {
      return fields.get(column);
    }

    LocalDate date(int column) {
      try {
        return LocalDate.parse(text(column));
      } catch (DateTimeParseException malformed) {
        throw refused(column, "日期“" + text(column) + "”写法不对或不存在，应如 2026-10-01");
      }
    }

    CalendarFileException refused(int column, String reason) {
      return new CalendarFileException(line, headings.get(column), reason);
    }
  }

  private CsvRows() {}

  /**
   * Blank lines and a byte order mark are passed over; the reader is left open.
   *
   * @param header the first line as it must be
   * @throws CalendarFileException when the header differs or a line has too few or too many fields
   * @throws UncheckedIOException when reading fails
   */
  static List<Row> read(Reader source, String header) {
    List<String> lines = lines(source);
    String first = lines.isEmpty() ? "" : lines.get(0).replace("\uFEFF", "").strip();
    if (!first.equals(header)) {
      throw new CalendarFileException(1, "表头应为 " + header);
    }
    List<String> headings = List.of(header.split(","));
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(i + 1, lines.get(i), headings));
      }
    }
    return rows;
  }

  private static Row row(int number, String line, List<String> headings) {
    List<String> fields = new ArrayList<>();
    for (String field : line.split(",", -1)) {
      fields.add(field.strip());
    }
    if (fields.size() != headings.size()) {
      throw new CalendarFileException(
          number, "应有 " + headings.size() + " 列，实有 " + fields.size() + " 列");
    }
    Row row = new Row(number, headings, List.copyOf(fields));
    for (int column = 0; column < fields.size(); column++) {
      if (fields.get(column).length() > LONGEST_FIELD) {
        throw row.refused(column, "不能超过 " + LONGEST_FIELD + " 个字");
      }
    }
    return row;
  }

  private static List<String> lines(Reader source) {
    List<String> lines = new ArrayList<>();
    BufferedReader reader = new BufferedReader(source);
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return lines;
  }
}
