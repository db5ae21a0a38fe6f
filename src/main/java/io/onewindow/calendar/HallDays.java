package io.onewindow.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What each day is to one hall: the national calendar with the hall's own days on top. */
final class HallDays {

  private final PublicHolidays holidays;
  private final LocalDays local;

  HallDays(PublicHolidays holidays, LocalDays local) {
    this.holidays = holidays;
    this.local = local;
  }

  boolean isWorkday(LocalDate date) {
    return local.on(date).map(LocalDay::isWorkday).orElseGet(() -> holidays.isWorkday(date));
  }

  boolean isPublished(int year) {
    return holidays.isPublished(year);
  }

  Optional<Notice> notice(int year) {
    return holidays.notice(year);
  }

  /** Whether the hall's own notice speaks of this day, so that it is certain in any year. */
  boolean isLocal(LocalDate date) {
    return local.on(date).isPresent();
  }

  /** What a notice or the law says of this day, in Chinese; empty for ordinary days. */
  Optional<String> named(LocalDate date) {
    return local.on(date).map(LocalDay::words).or(() -> holidays.named(date).map(NamedDay::reason));
  }

  /** What makes this day a workday against its weekday, in Chinese; empty for other days. */
  Optional<String> workedBy(LocalDate date) {
    Optional<LocalDay> own = local.on(date);
    return own.isPresent()
        ? own.filter(LocalDay::isWorkday).map(LocalDay::words)
        : holidays.named(date).filter(NamedDay::isWorkday).map(day -> "调休上班");
  }

  /** Numbers of the hall's notices that name a day between these two, both inclusive. */
  List<String> localNotices(LocalDate first, LocalDate last) {
    return local.notices(first, last);
  }
}
