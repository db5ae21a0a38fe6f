package io.onewindow.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The national calendar: which days the State Council's notices give off or make workdays, and for
 * years without a notice what the law alone says. Immutable.
 */
public final class PublicHolidays {

  /** How many years after the last published one are estimated. */
  static final int ESTIMATED_YEARS = 5;

  private final SortedMap<Integer, Notice> notices;

  /** What each year's notice names, the December before included. */
  private final SortedMap<Integer, Collection<NamedDay>> named;

  /** All of it; where two notices name a day, what the later year's says. */
  private final Map<LocalDate, NamedDay> days = new HashMap<>();

  private final StatutoryDays statutory;

  private PublicHolidays(
      SortedMap<Integer, Notice> notices, SortedMap<Integer, Collection<NamedDay>> named) {
    this.notices = notices;
    this.named = named;
    named.values().forEach(ofYear -> ofYear.forEach(day -> days.put(day.date(), day)));
    this.statutory = new StatutoryDays(years().first(), years().last());
  }

  /** The calendar this product ships with: 2021 to 2026, each year with its notice. */
  public static PublicHolidays national() {
    try (Reader days = resource("cn-workdays.csv");
        Reader notices = resource("notices.csv")) {
      return read(days, notices);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * @param days lines {@code date,type,name} under that header; type is {@code holiday} or {@code
   *     workday} (a weekend day worked in exchange)
   * @param notices lines {@code year,number,title,url,published}; a year is published when it has
   *     one. Such a file does not say which notice a December day is from: one of 元旦 is from the
   *     notice of the year that begins, if there is one
   * @throws CalendarFileException when a line is wrong or a listed year and its days do not match
   */
  public static PublicHolidays read(Reader days, Reader notices) {
    SortedMap<Integer, Notice> published = Notice.readAll(notices);
    if (published.isEmpty()) {
      throw new CalendarFileException(1, "至少应列出一年的放假通知");
    }
    SortedMap<Integer, Collection<NamedDay>> named = new TreeMap<>();
    for (NamedDay day : NamedDay.readAll(days, published.values()).values()) {
      named.computeIfAbsent(noticeOf(day, published), year -> new ArrayList<>()).add(day);
    }
    return new PublicHolidays(published, named);
  }

  /**
   * This calendar with one more year, or with the days of a published year replaced.
   *
   * @param days as in {@link #read}, only days this notice may name: its year, the December before
   * @throws CalendarFileException when a line is wrong, foreign to the notice, or the year is empty
   */
  public PublicHolidays withYear(Notice notice, Reader days) {
    return withYear(notice, NamedDay.readAll(days, List.of(notice)).values());
  }

  /**
   * This calendar with one more year, or with all the days that year's notice named replaced, those
   * of the December before included; days that other notices named stay. In whatever order notices
   * come, the calendar is the same.
   */
  public PublicHolidays withYear(Notice notice, Collection<NamedDay> days) {
    SortedMap<Integer, Notice> published = new TreeMap<>(notices);
    published.put(notice.year(), notice);
    SortedMap<Integer, Collection<NamedDay>> all = new TreeMap<>(named);
    all.put(notice.year(), List.copyOf(days));
    return new PublicHolidays(published, all);
  }

  /** This calendar as it was while neither this year nor a later one was published. */
  public PublicHolidays before(int year) {
    return new PublicHolidays(notices.headMap(year), named.headMap(year));
  }

  /** Whether a notice has been published for this year; other years are estimates. */
  public boolean isPublished(int year) {
    return notices.containsKey(year);
  }

  public SortedSet<Integer> publishedYears() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(notices.keySet()));
  }

  /** The notice of this year, empty while it is not published. */
  public Optional<Notice> notice(int year) {
    return Optional.ofNullable(notices.get(year));
  }

  /** The years that can be counted in: the first published to five after the last published. */
  CoveredYears years() {
    return new CoveredYears(notices.firstKey(), notices.lastKey() + ESTIMATED_YEARS);
  }

  /** What a notice, or in a year without one the law, says of this day; empty for ordinary days. */
  Optional<NamedDay> named(LocalDate date) {
    NamedDay day = days.get(date);
    return day != null || isPublished(date.getYear())
        ? Optional.ofNullable(day)
        : statutory.on(date);
  }

  boolean isWorkday(LocalDate date) {
    return named(date).map(NamedDay::isWorkday).orElseGet(() -> !NamedDay.isWeekend(date));
  }

  private static int noticeOf(NamedDay day, SortedMap<Integer, Notice> published) {
    int year = day.date().getYear();
    boolean ringsInNewYear = day.date().getMonthValue() == 12 && day.name().contains("元旦");
    boolean ofNext = published.containsKey(year + 1) && ringsInNewYear;
    return ofNext || !published.containsKey(year) ? year + 1 : year;
  }

  private static Reader resource(String name) {
    return new InputStreamReader(
        PublicHolidays.class.getResourceAsStream(name), StandardCharsets.UTF_8);
  }
}
