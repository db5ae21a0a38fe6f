package io.onewindow.promise;

import java.time.LocalDate;

/**
 * What a notice changes on a day, in Chinese.
 *
 * @param date the day, or the first of a season of office hours
 * @param workday whether it is a workday afterwards
 * @param before e.g. 工作日
 * @param after e.g. 国庆节放假
 */
public record CalendarChange(LocalDate date, boolean workday, String before, String after) {}
