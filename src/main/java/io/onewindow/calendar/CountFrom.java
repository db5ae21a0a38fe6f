package io.onewindow.calendar;

/** When what arrives outside office time takes effect. */
public enum CountFrom {
  /** At the next opening, whose day is then the day that does not count: the default. */
  NEXT_OPENING,

  /**
   * On the day of receipt, which does not count even if it is a day off. Only for days and months:
   * hours and minutes need an open office, and a fixed date counts its own day.
   */
  DAY_OF_RECEIPT;

  boolean isReceiptFor(LimitUnit unit) {
    return this == DAY_OF_RECEIPT
        && switch (unit) {
          case WORKING_DAY, CALENDAR_DAY, NEXT_DAY, MONTH -> true;
          default -> false;
        };
  }
}
