package io.onewindow.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Counts day by day and minute by minute, sharing no code with what it checks. */
public final class NaiveCalendar {

  public static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  public static final LocalDate END = LocalDate.of(2032, 1, 1);

  private static final String ESTIMATED =
      """
      02-05 02-06 02-07 02-08 04-05 06-09 09-15
      01-25 01-26 01-27 01-28 04-04 05-28 10-03
      02-12 02-13 02-14 02-15 04-04 06-16 09-22
      02-02 02-03 02-04 02-05 04-05 06-05 09-12
      01-22 01-23 01-24 01-25 04-05 06-24 10-01
      """;

  private static final long MINUTE = 60_000;
  private static final long EAST = 8 * 60 * MINUTE;
  private static final long DAY = 24 * 60 * MINUTE;

  private final Set<LocalDate> off = new HashSet<>();
  private final Set<LocalDate> worked = new HashSet<>();
  private final Set<Integer> published = new HashSet<>();
  private final BitSet openMinutes = new BitSet();
  private final long firstMinute = FIRST.toEpochDay() * 24 * 60;

  public NaiveCalendar() throws IOException {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                getClass().getResourceAsStream("cn-workdays.csv"), StandardCharsets.UTF_8))) {
      file.lines()
          .skip(1)
          .map(line -> line.split(","))
          .forEach(f -> (f[1].equals("holiday") ? off : worked).add(LocalDate.parse(f[0])));
    }
    off.forEach(day -> published.add(day.getYear()));
    int year = 2027;
    for (String days : ESTIMATED.split("\n")) {
      for (String day : (days + " 01-01 05-01 05-02 10-01 10-02 10-03").split(" ")) {
        off.add(LocalDate.parse(year + "-" + day));
      }
      year++;
    }
    for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
      for (int minute = 0; minute < 24 * 60; minute++) {
        boolean open = (minute >= 540 && minute < 720) || (minute >= 810 && minute < 1050);
        openMinutes.set(
            (int) (day.toEpochDay() * 24 * 60 - firstMinute) + minute, open && isWorkday(day));
      }
    }
  }

  public boolean isWorkday(LocalDate day) {
    if (worked.contains(day)) {
      return true;
    }
    DayOfWeek weekday = day.getDayOfWeek();
    return !off.contains(day) && weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
  }

  /** Whether days off of this day's year were announced. */
  public boolean isPublished(LocalDate day) {
    return published.contains(day.getYear());
  }

  public LocalDate workdaysAfter(LocalDate day, int n) {
    LocalDate at = day;
    for (int left = n; left > 0; left -= isWorkday(at) ? 1 : 0) {
      at = at.plusDays(1);
    }
    return at;
  }

  /** The day in China on which the instant falls. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofEpochDay(Math.floorDiv(instant.toEpochMilli() + EAST, DAY));
  }

  /** Half past five of that day in China. */
  public static Instant closing(LocalDate day) {
    return Instant.ofEpochMilli(day.toEpochDay() * DAY - EAST + 1050 * MINUTE);
  }

  public Instant nextOpening(Instant from) {
    long at = from.toEpochMilli();
    while (!isOpen(at)) {
      at = nextMinute(at);
    }
    return Instant.ofEpochMilli(at);
  }

  /**
   * @param millis more than 0
   */
  public Instant plusOfficeTime(Instant from, long millis) {
    long at = from.toEpochMilli();
    long left = millis;
    while (true) {
      long rest = isOpen(at) ? nextMinute(at) - at : 0;
      if (left <= rest) {
        return Instant.ofEpochMilli(at + left);
      }
      left -= rest;
      at = nextMinute(at);
    }
  }

  /**
   * @param to not before {@code from}
   */
  Duration officeTimeBetween(Instant from, Instant to) {
    long end = to.toEpochMilli();
    long open = 0;
    for (long at = from.toEpochMilli(); at < end; at = nextMinute(at)) {
      open += isOpen(at) ? Math.min(nextMinute(at), end) - at : 0;
    }
    return Duration.ofMillis(open);
  }

  boolean isOpen(Instant instant) {
    return isOpen(instant.toEpochMilli());
  }

  private boolean isOpen(long at) {
    return openMinutes.get((int) (Math.floorDiv(at + EAST, MINUTE) - firstMinute));
  }

  private static long nextMinute(long at) {
    return Math.floorDiv(at, MINUTE) * MINUTE + MINUTE;
  }
}
