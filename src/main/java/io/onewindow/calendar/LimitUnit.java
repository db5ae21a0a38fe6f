package io.onewindow.calendar;

/** What a promised or statutory limit is counted in. */
public enum LimitUnit {
  /** 行政许可法第八十二条: days without weekends and holidays. */
  WORKING_DAY("工作日"),
  /** Every day counts; a last day off moves on to the next working day (民法典第二百零三条). */
  CALENDAR_DAY("日"),
  /** Sixty minutes of office time. */
  OFFICE_HOUR("小时"),
  /** A minute of office time. */
  OFFICE_MINUTE("分钟"),
  /** Calendar month, ending on the corresponding day (民法典第二百零二条). */
  MONTH("个月"),
  /** The day after acceptance, counted as one calendar day. */
  NEXT_DAY("次日"),
  /** At once. */
  IMMEDIATE("即时"),
  /** A day of every year or every month. */
  FIXED_DATE("每年固定日期"),
  /** At least so many calendar days before an event. */
  DAYS_BEFORE("日前");

  private final String chinese;

  LimitUnit(String chinese) {
    this.chinese = chinese;
  }

  /** The unit's name on screens. */
  public String chinese() {
    return chinese;
  }
}
