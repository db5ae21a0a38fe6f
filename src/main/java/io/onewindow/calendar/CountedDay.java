package io.onewindow.calendar;

import java.time.LocalDate;

/**
 * One day of an explanation.
 *
 * @param date in Asia/Shanghai
 * @param counted whether the day, or office time on it, counts towards the limit
 * @param why the reason in Chinese, e.g. 第 1 个工作日 or 国庆节放假
 */
public record CountedDay(LocalDate date, boolean counted, String why) {}
