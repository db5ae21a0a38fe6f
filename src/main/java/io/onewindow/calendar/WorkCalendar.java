package io.onewindow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How one hall counts periods: the national calendar and its own office hours. It covers the first
 * published year to five years after the last; every method throws {@link OutsideCalendarException}
 * for days beyond. Nothing here accepts or returns null. Immutable; any day costs the same to count
 * to, near or far.
 */
public final class WorkCalendar {

  /** All dates and office hours are meant in this zone, whatever the machine's own is. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final PublicHolidays holidays;
  private final OfficeHours hours;
  private final CoveredYears years;
  private final Workdays workdays;
  private final OfficeTime office;
  private final LastDay lastDay;
  private final DayWords words;

  /** Lays out all covered days once, some thousands. */
  public WorkCalendar(PublicHolidays holidays, OfficeHours hours) {
    this.holidays = holidays;
    this.hours = hours;
    this.years = holidays.years();
    this.workdays = new Workdays(years, holidays::isWorkday);
    this.office = new OfficeTime(years, workdays, hours);
    this.lastDay = new LastDay(workdays);
    this.words = new DayWords(holidays);
  }

  public boolean isWorkday(LocalDate date) {
    return workdays.contains(date);
  }

  /** Whether the day's year has no published calendar, so that the day is an estimate. */
  public boolean isProvisional(LocalDate date) {
    years.index(date);
    return !holidays.isPublished(date.getYear());
  }

  /** In Chinese: 工作日, 星期六, 国庆节放假, 调休上班（国庆节）; for a provisional day with a remark. */
  public String why(LocalDate date) {
    years.index(date);
    return words.why(date);
  }

  /**
   * The instant itself while the office is open, otherwise the next opening. A closing instant such
   * as 12:00 is outside.
   */
  public Instant nextOpening(Instant instant) {
    return office.nextOpening(instant);
  }

  /**
   * When a limit ends that begins with a receipt. What arrives outside office time takes effect at
   * the next opening. Days and months: the effective day does not count (民法典第二百零一条), and the last
   * day ends when the office closes, moved on if it is a day off (第二百零三条). Hours and minutes:
   * office time from the effective instant. {@code IMMEDIATE} ends when it begins; {@code
   * FIXED_DATE} is the first such date from the effective day on, that day included.
   *
   * @param from the receipt; for {@code DAYS_BEFORE} the event, as in {@link #latestBefore}
   */
  public Deadline deadline(Instant from, Term term) {
    if (term.unit() == LimitUnit.DAYS_BEFORE) {
      return latestBefore(from, term);
    }
    Instant effective = nextOpening(from);
    Instant due =
        switch (term.unit()) {
          case IMMEDIATE -> effective;
          case OFFICE_HOUR, OFFICE_MINUTE -> office.plus(effective, term.officeTime());
          default -> office.closing(lastDay.rolled(years.dateOf(effective), term));
        };
    LocalDate first = years.dateOf(from);
    LocalDate last = years.dateOf(due);
    return new Deadline(
        due,
        effective,
        isProvisional(first, last),
        new ToldList<>(() -> new Explanation(holidays, hours, from, effective, due, term).tell()),
        new ToldList<>(() -> Sources.of(holidays, first, last, term.unit())));
  }

  /**
   * The last moment at least so many calendar days before an event: closing time of the last
   * working day that is early enough. The event's own day does not count.
   *
   * @param term in {@code DAYS_BEFORE}
   * @throws IllegalArgumentException when the term has another unit
   */
  public Deadline latestBefore(Instant event, Term term) {
    if (term.unit() != LimitUnit.DAYS_BEFORE) {
      throw new IllegalArgumentException("只有“日前”的期限可从事件倒算：" + term.chinese());
    }
    LocalDate day = years.dateOf(event);
    LocalDate last = lastDay.before(day, term);
    return new Deadline(
        office.closing(last),
        event,
        isProvisional(last, day),
        new ToldList<>(() -> new CountBack(holidays, day, last, term).tell()),
        new ToldList<>(() -> Sources.of(holidays, last, day, term.unit())));
  }

  /**
   * When to warn that a deadline draws near. Hours and minutes: so much office time before it.
   * Working days: the opening of that working day counted back, the deadline's own being the first.
   * Calendar days and months: the opening of the day so long before, or of the last working day
   * before that. {@code IMMEDIATE} warns at the deadline. Never before the limit took effect.
   *
   * @throws IllegalArgumentException for a warning in {@code FIXED_DATE}
   */
  public Instant warningPoint(Deadline deadline, Term warning) {
    return new Warnings(years, workdays, office).point(deadline, warning);
  }

  /** Office time from the first instant to the second, exact; negative if reversed. */
  public Duration officeTimeBetween(Instant from, Instant to) {
    return office.between(from, to);
  }

  /**
   * The instant by which so much office time has passed. An end exactly at a closing stays there; a
   * zero amount leaves the instant as it is; a negative one subtracts.
   */
  public Instant plusOfficeTime(Instant from, Duration amount) {
    return office.plus(from, amount);
  }

  /**
   * The instant from which so much office time passes until this one. A result exactly at an
   * opening stays there; a zero amount leaves the instant as it is; a negative one adds.
   */
  public Instant minusOfficeTime(Instant from, Duration amount) {
    return office.minus(from, amount);
  }

  /** Office time of a usual working day. */
  public Duration officeDay() {
    return hours.usualDay();
  }

  /** When the office closes on that date, or on the next working day if it is a day off. */
  public Instant closingOnOrAfter(LocalDate date) {
    return office.closing(workdays.onOrAfter(date));
  }

  /** Working days after the first date up to and including the second; negative if reversed. */
  public int workdaysBetween(LocalDate exclusive, LocalDate inclusive) {
    return workdays.between(exclusive, inclusive);
  }

  private boolean isProvisional(LocalDate first, LocalDate last) {
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      if (!holidays.isPublished(year)) {
        return true;
      }
    }
    return false;
  }
}
