package io.onewindow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All sessions of the covered years on one line of office time in nanoseconds, so that adding,
 * subtracting and measuring cost one binary search each.
 */
final class OfficeTime {

  private static final long SECOND = 1_000_000_000L;

  private final CoveredYears years;
  private final OfficeHours hours;

  /** Nanoseconds since 1970-01-01T00:00Z at which each session begins and ends. */
  private final long[] opens;

  private final long[] closes;

  /** Office nanoseconds before each session, and in the last place those of all sessions. */
  private final long[] before;

  OfficeTime(CoveredYears years, Workdays workdays, OfficeHours hours) {
    this.years = years;
    this.hours = hours;
    List<LocalDate> days = workdays.epochDays().mapToObj(LocalDate::ofEpochDay).toList();
    int sessions = days.stream().mapToInt(day -> hours.on(day).size()).sum();
    this.opens = new long[sessions];
    this.closes = new long[sessions];
    this.before = new long[sessions + 1];
    int i = 0;
    for (LocalDate day : days) {
      for (Session session : hours.on(day)) {
        opens[i] = nanos(instant(day, session.opens()));
        closes[i] = nanos(instant(day, session.closes()));
        before[i + 1] = before[i] + closes[i] - opens[i];
        i++;
      }
    }
  }

  /** When the office opens for the first time on this working day. */
  Instant opening(LocalDate workday) {
    return instant(workday, hours.on(workday).get(0).opens());
  }

  /** When the office closes for the last time on this working day. */
  Instant closing(LocalDate workday) {
    List<Session> sessions = hours.on(workday);
    return instant(workday, sessions.get(sessions.size() - 1).closes());
  }

  /** The instant itself inside a session, otherwise the next beginning of one. */
  Instant nextOpening(Instant instant) {
    long at = covered(instant);
    int session = firstClosingAfter(at);
    if (session == closes.length) {
      throw years.exceeded();
    }
    return opens[session] <= at ? instant : instant(opens[session]);
  }

  Duration between(Instant from, Instant to) {
    return Duration.ofNanos(position(covered(to)) - position(covered(from)));
  }

  /** An end exactly where a session closes stays there; no time leaves the instant as it is. */
  Instant plus(Instant from, Duration amount) {
    if (amount.isZero()) {
      return from;
    }
    return amount.isNegative()
        ? minus(from, amount.negated())
        : endOf(position(covered(from)) + nanos(amount));
  }

  /** A result exactly where a session opens stays there; no time leaves the instant as it is. */
  Instant minus(Instant from, Duration amount) {
    if (amount.isZero()) {
      return from;
    }
    return amount.isNegative()
        ? plus(from, amount.negated())
        : beginningOf(position(covered(from)) - nanos(amount));
  }

  /** The sessions between two instants, the first and the last cut off where these lie inside. */
  List<Interval> sessions(Instant from, Instant to) {
    long first = covered(from);
    long last = covered(to);
    List<Interval> found = new ArrayList<>();
    if (first >= last) {
      return found;
    }
    for (int i = firstClosingAfter(first); i < opens.length && opens[i] < last; i++) {
      found.add(
          new Interval(instant(Math.max(first, opens[i])), instant(Math.min(last, closes[i]))));
    }
    return found;
  }

  /** Where so much office time has passed, as early as possible. */
  private Instant endOf(long position) {
    if (position > before[opens.length]) {
      throw years.exceeded();
    }
    int found = Arrays.binarySearch(before, position);
    int session = (found >= 0 ? found : -found - 1) - 1;
    return instant(opens[session] + position - before[session]);
  }

  /** Where so much office time has passed, as late as possible. */
  private Instant beginningOf(long position) {
    if (position < 0) {
      throw years.exceeded();
    }
    int found = Arrays.binarySearch(before, position);
    int session = found >= 0 ? found : -found - 2;
    return instant(opens[session] + position - before[session]);
  }

  /** Office time passed since the first covered day. */
  private long position(long at) {
    int session = firstClosingAfter(at);
    return session == opens.length
        ? before[session]
        : before[session] + Math.max(0, at - opens[session]);
  }

  private int firstClosingAfter(long at) {
    int found = Arrays.binarySearch(closes, at);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private long nanos(Duration amount) {
    if (amount.compareTo(Duration.ofNanos(before[opens.length])) > 0) {
      throw years.exceeded();
    }
    return amount.toNanos();
  }

  private long covered(Instant instant) {
    years.dateOf(instant);
    return nanos(instant);
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * SECOND + instant.getNano();
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }

  private static Instant instant(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(WorkCalendar.ZONE).toInstant();
  }
}
