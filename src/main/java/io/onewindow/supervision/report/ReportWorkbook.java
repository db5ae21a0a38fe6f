package io.onewindow.supervision.report;

import io.onewindow.supervision.report.MonthlyFigures.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/** The report as an Excel workbook; numbers are numbers, so that it can be reckoned with. */
@Component
class ReportWorkbook {

  private static final int CHARACTER = 256;
  private static final int NARROW = 12 * CHARACTER;
  private static final int WIDE = 26 * CHARACTER;
  private static final int TEXT = 110 * CHARACTER;

  byte[] of(MonthlyFigures figures) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Styles styles = new Styles(book);
      book.getProperties().getCoreProperties().setTitle(ReportWords.title(figures));
      book.getProperties().getCoreProperties().setCreator("OneWindow 一窗");
      overview(book.createSheet("概况"), figures, styles);
      table(book.createSheet("按事项"), List.of("事项"), figures.services(), styles);
      table(book.createSheet("按部门"), List.of("部门"), figures.departments(), styles);
      table(book.createSheet("按环节"), List.of("事项", "环节", "承办部门"), figures.steps(), styles);
      method(book.createSheet("口径说明"), styles);
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The looks of cells. */
  private static final class Styles {
    private final CellStyle title;
    private final CellStyle heading;
    private final CellStyle wrapped;
    private final CellStyle percent;

    Styles(XSSFWorkbook book) {
      Font bold = book.createFont();
      bold.setBold(true);
      heading = book.createCellStyle();
      heading.setFont(bold);
      heading.setWrapText(true);
      heading.setBorderBottom(BorderStyle.THIN);
      Font large = book.createFont();
      large.setBold(true);
      large.setFontHeightInPoints((short) 16);
      title = book.createCellStyle();
      title.setFont(large);
      wrapped = book.createCellStyle();
      wrapped.setWrapText(true);
      wrapped.setVerticalAlignment(VerticalAlignment.TOP);
      percent = book.createCellStyle();
      percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
    }
  }

  private static void overview(Sheet sheet, MonthlyFigures figures, Styles styles) {
    sheet.setColumnWidth(0, WIDE);
    text(sheet, 0, ReportWords.title(figures), styles.title);
    text(sheet, 1, ReportWords.month(figures.month()), null);
    text(sheet, 2, ReportWords.asOf(figures), null);
    text(sheet, 3, ReportWords.summary(figures), null);
    List<Line> both = List.of(named(figures.cases(), "本月"), named(figures.before(), "上月"));
    rows(sheet, 5, List.of("办件"), both, styles);
  }

  private static Line named(Line line, String name) {
    return new Line(
        List.of(name),
        line.received(),
        line.ended(),
        line.kept(),
        line.broken(),
        line.within(),
        line.beyond(),
        line.returns(),
        line.median(),
        line.p90());
  }

  private static void table(Sheet sheet, List<String> names, List<Line> lines, Styles styles) {
    rows(sheet, 0, names, lines, styles);
    sheet.createFreezePane(names.size(), 1);
  }

  private static void rows(
      Sheet sheet, int from, List<String> names, List<Line> lines, Styles styles) {
    List<String> headings = ReportWords.headings(names.toArray(String[]::new));
    Row top = sheet.createRow(from);
    for (int i = 0; i < headings.size(); i++) {
      Cell cell = top.createCell(i);
      cell.setCellValue(headings.get(i));
      cell.setCellStyle(styles.heading);
      sheet.setColumnWidth(i, i < names.size() ? WIDE : NARROW);
    }
    int number = from;
    for (Line line : lines) {
      fill(sheet.createRow(++number), line, styles);
    }
  }

  private static void fill(Row row, Line line, Styles styles) {
    int column = 0;
    for (String name : line.names()) {
      row.createCell(column++).setCellValue(name);
    }
    for (int count : List.of(line.received(), line.ended(), line.kept(), line.broken())) {
      row.createCell(column++).setCellValue(count);
    }
    BigDecimal keeping = line.hasRate() ? ReportWords.keeping(line) : null;
    share(row.createCell(column++), keeping, styles);
    row.createCell(column++).setCellValue(line.within());
    row.createCell(column++).setCellValue(line.beyond());
    share(row.createCell(column++), line.hasShare() ? ReportWords.inTime(line) : null, styles);
    row.createCell(column++).setCellValue(line.returns());
    minutes(row.createCell(column++), line.median());
    minutes(row.createCell(column), line.p90());
  }

  private static void share(Cell cell, BigDecimal share, Styles styles) {
    if (share == null) {
      cell.setCellValue("—");
    } else {
      cell.setCellValue(share.doubleValue());
      cell.setCellStyle(styles.percent);
    }
  }

  private static void minutes(Cell cell, Integer minutes) {
    if (minutes == null) {
      cell.setCellValue("—");
    } else {
      cell.setCellValue(minutes);
    }
  }

  private static void method(Sheet sheet, Styles styles) {
    sheet.setColumnWidth(0, TEXT);
    text(sheet, 0, "统计口径和方法", styles.title);
    int row = 1;
    for (String statement : ReportWords.method()) {
      text(sheet, ++row, statement, styles.wrapped);
    }
  }

  private static void text(Sheet sheet, int row, String text, CellStyle style) {
    Cell cell = sheet.createRow(row).createCell(0);
    cell.setCellValue(text);
    if (style != null) {
      cell.setCellStyle(style);
    }
  }
}
