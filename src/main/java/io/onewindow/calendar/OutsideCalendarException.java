package io.onewindow.calendar;

/** A period begins or ends where no calendar reaches; the message names the years in Chinese. */
public final class OutsideCalendarException extends IllegalArgumentException {

  OutsideCalendarException(String what, CoveredYears years) {
    super(what + "超出工作日历的范围：日历只覆盖 " + years.first() + " 年至 " + years.last() + " 年。");
  }
}
