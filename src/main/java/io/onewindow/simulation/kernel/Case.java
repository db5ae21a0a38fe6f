package io.onewindow.simulation.kernel;

import io.onewindow.simulation.time.WorkingTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One case in flight. */
final class Case {

  /** What a case's time is spent on. */
  enum Spent {
    WORK,
    QUEUE,
    APPLICANT,
    PROCEDURE,
    OTHER,
    OFF_HOURS
  }

  private static final Spent[] BY_PRECEDENCE = {
    Spent.WORK, Spent.QUEUE, Spent.APPLICANT, Spent.PROCEDURE
  };

  final long no;
  final long arrivedAt;
  final int[] visits;
  final Variables variables = new Variables(null);
  final List<ClockRun> clocks = new ArrayList<>(2);
  final List<ClockRun> ended = new ArrayList<>(2);
  final long[] spent = new long[Spent.values().length];
  private final int[] now = new int[Spent.values().length];

  /** How far it had come when the forecast began; null for one that came later. */
  OpenCases.Begun begun;

  Case earlier;
  Case later;
  int openPauses;
  int returns;
  long resultAt = -1;
  private long countedUntil;
  private Map<String, Integer> effects;

  /** Uniform numbers behind the durations drawn, 0 for none; see {@link Independence}. */
  double[] drawn;

  Case(long no, long arrivedAt, int nodes) {
    this.no = no;
    this.arrivedAt = arrivedAt;
    this.visits = new int[nodes];
    this.countedUntil = arrivedAt;
  }

  /** Whether nothing of it is at work, waits or is planned any more. */
  boolean isAtRest() {
    for (int waiting : now) {
      if (waiting != 0) {
        return false;
      }
    }
    for (ClockRun clock : clocks) {
      for (Timer timer : clock.timers) {
        if (timer.isPlanned()) {
          return false;
        }
      }
    }
    return true;
  }

  /** How often this effect has been drawn in the case, this time included. */
  int nth(String effect) {
    if (effects == null) {
      effects = new HashMap<>();
    }
    return effects.merge(effect, 1, Integer::sum);
  }

  /** The time since the last change goes to what the case was then waiting for. */
  void change(long instant, WorkingTime office, Spent what, int by) {
    count(instant, office);
    now[what.ordinal()] += by;
  }

  void count(long instant, WorkingTime office) {
    long passed = instant - countedUntil;
    if (passed == 0) {
      return;
    }
    Spent doing = doing();
    boolean indoors = doing == Spent.WORK || doing == Spent.QUEUE || doing == Spent.OTHER;
    if (office != null && indoors) {
      long open = office.between(countedUntil, instant);
      spent[Spent.OFF_HOURS.ordinal()] += passed - open;
      passed = open;
    }
    spent[doing.ordinal()] += passed;
    countedUntil = instant;
  }

  private Spent doing() {
    for (Spent one : BY_PRECEDENCE) {
      if (now[one.ordinal()] > 0) {
        return one;
      }
    }
    return Spent.OTHER;
  }
}
