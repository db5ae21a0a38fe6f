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

  /** One line of data, counted from 1 with the header; its fields are stripped of blanks. */
  record Row(int line, List<String> fields) {

    String text(int column) {
      return fields.get(column);
    }

    LocalDate date(int column) {
      try {
        return LocalDate.parse(text(column));
      } catch (DateTimeParseException malformed) {
        throw refused("日期“" + text(column) + "”写法不对或不存在，应如 2026-10-01");
      }
    }

    CalendarFileException refused(String reason) {
      return new CalendarFileException(line, reason);
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
    int columns = header.split(",").length;
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(i + 1, lines.get(i), columns));
      }
    }
    return rows;
  }

  private static Row row(int number, String line, int columns) {
    List<String> fields = new ArrayList<>();
    for (String field : line.split(",", -1)) {
      fields.add(field.strip());
    }
    if (fields.size() != columns) {
      throw new CalendarFileException(number, "应有 " + columns + " 列，实有 " + fields.size() + " 列");
    }
    return new Row(number, List.copyOf(fields));
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
