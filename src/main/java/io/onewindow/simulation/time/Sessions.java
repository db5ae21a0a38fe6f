package io.onewindow.simulation.time;

import io.onewindow.calendar.Interval;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Duty in sessions listed one by one, such as a hall's office hours or with absences taken out. */
public final class Sessions implements WorkingTime {

  private final long[] opens;
  private final long[] closes;

  /** Duty before each session, and in the last place that of all sessions. */
  private final long[] before;

  private Sessions(List<long[]> sessions) {
    int count = sessions.size();
    opens = new long[count];
    closes = new long[count];
    before = new long[count + 1];
    for (int i = 0; i < count; i++) {
      opens[i] = sessions.get(i)[0];
      closes[i] = sessions.get(i)[1];
      before[i + 1] = before[i] + closes[i] - opens[i];
    }
  }

  /** The office hours of a hall in all years its calendar covers. */
  public static Sessions of(WorkCalendar calendar) {
    Instant first =
        LocalDate.of(calendar.firstYear(), 1, 1).atStartOfDay(WorkCalendar.ZONE).toInstant();
    Instant last =
        LocalDate.of(calendar.lastYear(), 12, 31).atStartOfDay(WorkCalendar.ZONE).toInstant();
    List<long[]> sessions = new ArrayList<>();
    for (Interval one : calendar.sessions(first, last)) {
      sessions.add(new long[] {one.from().toEpochMilli(), one.to().toEpochMilli()});
    }
    return new Sessions(sessions);
  }

  /**
   * Another duty without some absences, from an instant on and for so long.
   *
   * @param absences pairs of first instant inside and first outside again
   */
  public static Sessions without(WorkingTime duty, long from, long length, List<long[]> absences) {
    List<long[]> sessions = new ArrayList<>();
    long at = duty.next(from);
    while (at < from + length) {
      long end = Math.min(endOf(duty, at), from + length);
      subtract(at, end, absences, sessions);
      at = duty.next(end);
    }
    return new Sessions(sessions);
  }

  /**
   * What of these sessions lies in the hours of a week.
   *
   * @return empty when nothing does
   */
  public Optional<WorkingTime> within(WorkingTime week) {
    List<long[]> sessions = new ArrayList<>();
    for (int i = 0; i < opens.length; i++) {
      long at = week.next(opens[i]);
      while (at < closes[i]) {
        long end = Math.min(endOf(week, at), closes[i]);
        sessions.add(new long[] {at, end});
        at = week.next(end);
      }
    }
    return sessions.isEmpty() ? Optional.empty() : Optional.of(new Sessions(sessions));
  }

  /** The sessions one by one: pairs of opening and closing. */
  List<long[]> listed() {
    List<long[]> all = new ArrayList<>();
    for (int i = 0; i < opens.length; i++) {
      all.add(new long[] {opens[i], closes[i]});
    }
    return all;
  }

  private static long endOf(WorkingTime duty, long open) {
    long step = 1 << 20;
    long end = open;
    while (step > 0) {
      if (duty.between(open, end + step) == end + step - open) {
        end += step;
      } else {
        step >>= 1;
      }
      if (end - open > 366L * 24 * 3_600_000) {
        return end;
      }
    }
    return end;
  }

  private static void subtract(long from, long to, List<long[]> absences, List<long[]> rest) {
    for (long[] away : absences) {
      if (away[0] < to && away[1] > from) {
        if (away[0] > from) {
          subtract(from, away[0], absences, rest);
        }
        if (away[1] < to) {
          subtract(away[1], to, absences, rest);
        }
        return;
      }
    }
    rest.add(new long[] {from, to});
  }

  @Override
  public long next(long instant) {
    int session = firstClosingAfter(instant);
    if (session == closes.length) {
      throw exceeded();
    }
    return Math.max(opens[session], instant);
  }

  @Override
  public long plus(long instant, long length) {
    if (length == 0) {
      return instant;
    }
    long position = position(instant) + length;
    if (position > before[opens.length]) {
      throw exceeded();
    }
    int found = Arrays.binarySearch(before, position);
    int session = (found >= 0 ? found : -found - 1) - 1;
    return opens[session] + position - before[session];
  }

  @Override
  public long between(long from, long to) {
    return position(to) - position(from);
  }

  private long position(long instant) {
    int session = firstClosingAfter(instant);
    return session == opens.length
        ? before[session]
        : before[session] + Math.max(0, instant - opens[session]);
  }

  private int firstClosingAfter(long instant) {
    int found = Arrays.binarySearch(closes, instant);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static Problem exceeded() {
    return Refusal.at("approval.start", "仿真走出了工作日历覆盖的年份，请提前开始时间、减少件数、增加人手或设置时间范围 horizon");
  }
}
