package io.onewindow.calendar;

/** A calendar file is refused; the message names line, field and reason in Chinese. */
public final class CalendarFileException extends IllegalArgumentException {

  private final int line;
  private final String field;
  private final String reason;

  CalendarFileException(int line, String reason) {
    this(line, "", reason);
  }

  /**
   * @param field heading of the column, or empty when the whole line is meant
   */
  CalendarFileException(int line, String field, String reason) {
    super(place(line, field) + "：" + reason);
    this.line = line;
    this.field = field;
    this.reason = reason;
  }

  /** Line of the file the reason is found on, counted from 1; the header is line 1. */
  public int line() {
    return line;
  }

  /** Heading of the column the reason is found in, or empty when the whole line is meant. */
  public String field() {
    return field;
  }

  /** Where it is, in Chinese: 第 3 行 date 栏. */
  public String place() {
    return place(line, field);
  }

  /** The reason in Chinese without its place. */
  public String reason() {
    return reason;
  }

  private static String place(int line, String field) {
    return "第 " + line + " 行" + (field.isEmpty() ? "" : " " + field + " 栏");
  }
}
