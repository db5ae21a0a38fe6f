package io.onewindow.calendar;

/** A calendar file is refused; the message names the line and the reason in Chinese. */
public final class CalendarFileException extends IllegalArgumentException {

  private final int line;

  CalendarFileException(int line, String reason) {
    super("第 " + line + " 行：" + reason);
    this.line = line;
  }

  /** Line of the file the reason is found on, counted from 1; the header is line 1. */
  public int line() {
    return line;
  }
}
