package io.onewindow.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a count rests on: the notices of the years it touches, those of the hall, then the articles
 * of law.
 */
final class Sources {

  private static final String LICENSING_82 = "《中华人民共和国行政许可法》第八十二条";
  private static final String BEGINNING_201 = "《中华人民共和国民法典》第二百零一条";
  private static final String MONTHS_202 = "《中华人民共和国民法典》第二百零二条";
  private static final String END_203 = "《中华人民共和国民法典》第二百零三条";
  private static final String HOLIDAYS = "《全国年节及纪念日放假办法》第二条";

  private Sources() {}

  static List<String> of(HallDays days, LocalDate first, LocalDate last, LimitUnit unit) {
    List<String> sources = new ArrayList<>();
    boolean estimated = false;
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      days.notice(year).map(Notice::citation).ifPresent(sources::add);
      estimated |= !days.isPublished(year);
    }
    sources.addAll(days.localNotices(first, last));
    if (estimated) {
      sources.add(HOLIDAYS);
    }
    sources.addAll(articles(unit));
    return sources;
  }

  private static List<String> articles(LimitUnit unit) {
    return switch (unit) {
      case WORKING_DAY -> List.of(LICENSING_82, BEGINNING_201, END_203);
      case CALENDAR_DAY, NEXT_DAY -> List.of(BEGINNING_201, END_203);
      case MONTH -> List.of(BEGINNING_201, MONTHS_202, END_203);
      case OFFICE_HOUR, OFFICE_MINUTE -> List.of(BEGINNING_201);
      case FIXED_DATE -> List.of(END_203);
      case IMMEDIATE, DAYS_BEFORE -> List.of();
    };
  }
}
