package io.onewindow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How one hall counts periods: the national calendar, its own days and its office hours. It covers
 * the first published year to five years after the last; every method throws {@link
 * OutsideCalendarException} for days beyond. Nothing here accepts or returns null. Immutable; any
 * day costs the same to count to, near or far.
 */
public final class WorkCalendar {

  /** All dates and office hours are meant in this zone, whatever the machine's own is. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final HallDays days;
  private final OfficeHours hours;
  private final CountFrom countFrom;
  private final CoveredYears years;
  private final Workdays workdays;
  private final OfficeTime office;
  private final LastDay lastDay;
  private final DayWords words;

  /** A hall without days of its own that counts from the next opening. */
  public WorkCalendar(PublicHolidays holidays, OfficeHours hours) {
    this(holidays, hours, LocalDays.none());
  }

  /** A hall that counts from the next opening. */
  public WorkCalendar(PublicHolidays holidays, OfficeHours hours, LocalDays local) {
    this(holidays, hours, local, CountFrom.NEXT_OPENING);
  }

  /** Lays out all covered days once, some thousands. */
  public WorkCalendar(
      PublicHolidays holidays, OfficeHours hours, LocalDays local, CountFrom countFrom) {
    this.days = new HallDays(holidays, local);
    this.hours = hours;
    this.countFrom = countFrom;
    this.years = holidays.years();
    this.workdays = new Workdays(years, days::isWorkday);
    this.office = new OfficeTime(years, workdays, hours);
    this.lastDay = new LastDay(workdays);
    this.words = new DayWords(days);
  }

  /** The first year that can be counted in. */
  public int firstYear() {
    return years.first();
  }

  /** The last year that can be counted in; its calendar is an estimate. */
  public int lastYear() {
    return years.last();
  }

  public boolean isWorkday(LocalDate date) {
    return workdays.contains(date);
  }

  /** Whether the day's year has no published calendar, so that the day is an estimate. */
  public boolean isProvisional(LocalDate date) {
    years.index(date);
    return !days.isPublished(date.getYear());
  }

  /**
   * The first year of those the days between these two lie in, both inclusive, that has no
   * published calendar; empty when all have.
   */
  public OptionalInt firstEstimatedYear(LocalDate first, LocalDate last) {
    return IntStream.rangeClosed(first.getYear(), last.getYear())
        .filter(year -> !days.isPublished(year))
        .findFirst();
  }

  /** In Chinese: 工作日, 星期六, 国庆节放假, 调休上班（国庆节）; for a provisional day with a remark. */
  public String why(LocalDate date) {
    years.index(date);
    return words.why(date);
  }

  /** As {@link #why}, without the remark on a provisional day. */
  public String kind(LocalDate date) {
    years.index(date);
    return words.kind(date);
  }

  /** Whether a notice, or in a year without one the law, says something of this day. */
  public boolean isNamed(LocalDate date) {
    years.index(date);
    return days.named(date).isPresent();
  }

  /** When the office is open on this day, in order; nothing on a day off. */
  public List<Session> sessions(LocalDate date) {
    return isWorkday(date) ? hours.on(date) : List.of();
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
   * the next opening, unless the hall counts days and months from the day of receipt. Days and
   * months: the effective day does not count (民法典第二百零一条), and the last day ends when the office
   * closes, moved on if it is a day off (第二百零三条). Hours and minutes: office time from the effective
   * instant. {@code IMMEDIATE} ends when it begins; {@code FIXED_DATE} is the first such date from
   * the effective day on, that day included; one that fell on a day off lasts to the next working
   * day, and what takes effect on that day still belongs to it.
   *
   * @param from the receipt; for {@code DAYS_BEFORE} the event, as in {@link #latestBefore}
   */
  public Deadline deadline(Instant from, Term term) {
    if (term.unit() == LimitUnit.DAYS_BEFORE) {
      return latestBefore(from, term);
    }
    Instant effective = countFrom.isReceiptFor(term.unit()) ? from : nextOpening(from);
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
        new ToldList<>(() -> new Explanation(days, hours, from, effective, due, term).tell()),
        new ToldList<>(() -> Sources.of(days, first, last, term.unit())));
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
        new ToldList<>(() -> new CountBack(days, day, last, term).tell()),
        new ToldList<>(() -> Sources.of(days, last, day, term.unit())));
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

  /** The office's sessions between two instants, in order, cut off at both; none if reversed. */
  public List<Interval> sessions(Instant from, Instant to) {
    return office.sessions(from, to);
  }

  /** Working days after the first date up to and including the second; negative if reversed. */
  public int workdaysBetween(LocalDate exclusive, LocalDate inclusive) {
    return workdays.between(exclusive, inclusive);
  }

  private boolean isProvisional(LocalDate first, LocalDate last) {
    return firstEstimatedYear(first, last).isPresent();
  }
}
