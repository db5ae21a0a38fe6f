package io.onewindow.promise;

import io.onewindow.calendar.OutsideCalendarException;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.promise.ClockHistory.Recorded;
import io.onewindow.promise.RedatingRun.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts running clocks again and tells what would change; changes nothing. */
@Component
class RedatingPreview {

  private static final Logger LOG = LoggerFactory.getLogger(RedatingPreview.class);

  /** Adds up what a preview finds. */
  static final class Sum {

    private final Instant now;
    private final List<Recounted> changed = new ArrayList<>();
    private final Set<String> cases = new HashSet<>();
    private int clocks;
    private int earlier;
    private int later;
    private int newlyOverdue;
    private int takenBack;
    private int unknown;

    Sum(Instant now) {
      this.now = now;
    }

    void add(Recounted clock) {
      clocks++;
      if (!clock.isChanged()) {
        return;
      }
      changed.add(clock);
      cases.add(clock.before().processInstanceId());
      Instant before = clock.before().dueAt();
      Instant after = clock.after().dueAt();
      boolean isRed = clock.before().light() == Light.RED;
      earlier += after.isBefore(before) ? 1 : 0;
      later += after.isAfter(before) ? 1 : 0;
      newlyOverdue += !isRed && !after.isAfter(now) && before.isAfter(now) ? 1 : 0;
      takenBack += isRed && after.isAfter(now) ? 1 : 0;
    }

    List<Recounted> changed() {
      return changed;
    }

    int cases() {
      return cases.size();
    }

    Counts counts() {
      int moved = changed.size();
      return new Counts(
          clocks,
          earlier,
          later,
          moved - earlier - later,
          clocks - moved - unknown,
          newlyOverdue,
          takenBack,
          unknown);
    }
  }

  private final ClockHistories histories;
  private final HallCalendars calendars;
  private final PromisedLimits limits;
  private final Duration allowance;

  RedatingPreview(
      ClockHistories histories,
      HallCalendars calendars,
      PromisedLimits limits,
      PromiseSettings settings) {
    this.histories = histories;
    this.calendars = calendars;
    this.limits = limits;
    this.allowance = Duration.ofMinutes(settings.allowance().value());
  }

  /** Counts by the calendars and limits of this moment. */
  ClockRecount recount() {
    return recount(calendars::of);
  }

  /** Which clocks waited for a year that is published at this moment. */
  AwaitedClocks awaited() {
    return new AwaitedClocks(
        calendars.now().holidays(),
        year -> {
          CalendarSet then = calendars.before(year);
          return recount(place -> then.hall(place).calendar());
        });
  }

  private ClockRecount recount(Function<String, WorkCalendar> byPlace) {
    return new ClockRecount(byPlace, new LimitAnswers(limits), allowance);
  }

  /**
   * @param page cases read at a time
   * @param which clocks to look at
   */
  Sum of(
      Collection<String> jurisdictions,
      Instant now,
      int page,
      BiPredicate<Recorded, ClockHistory> which) {
    Sum sum = new Sum(now);
    ClockRecount recount = recount();
    List<String> cases = histories.runningCases(jurisdictions, "", page);
    while (!cases.isEmpty()) {
      for (ClockHistory history : histories.of(cases)) {
        history.running().stream()
            .filter(clock -> which.test(clock, history))
            .forEach(clock -> add(sum, recount, clock, history));
      }
      cases = histories.runningCases(jurisdictions, cases.get(cases.size() - 1), page);
    }
    return sum;
  }

  private static void add(Sum sum, ClockRecount recount, Recorded clock, ClockHistory history) {
    Recounted counted = counted(recount, clock, history);
    if (counted == null) {
      sum.unknown++;
      sum.clocks++;
    } else {
      sum.add(counted);
    }
  }

  /** The clock counted again; null when today's tables and calendars cannot tell. */
  static Recounted counted(ClockRecount recount, Recorded clock, ClockHistory history) {
    try {
      return new Recounted(clock.clock(), recount.of(clock, history));
    } catch (IllegalStateException | OutsideCalendarException untold) {
      LOG.warn("clock {} keeps its instants: {}", clock.clock().id(), untold.getMessage());
      return null;
    }
  }
}
