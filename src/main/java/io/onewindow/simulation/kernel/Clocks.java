package io.onewindow.simulation.kernel;

import java.util.List;

/** Starts, stops and pauses the promise clocks of cases. */
final class Clocks {

  private final Replication run;

  Clocks(Replication run) {
    this.run = run;
  }

  /** The clock of an activity, or of a scope itself; the first question starts it. */
  ClockRun ask(Scope scope, Activity activity, String step, long start) {
    ClockRun known = activity == null ? scope.clock : activity.clock;
    if (known != null) {
      return known;
    }
    ClockRun begun = begin(scope, step, start);
    if (activity == null) {
      scope.clock = begun;
    } else {
      activity.clock = begun;
    }
    return begun;
  }

  private ClockRun begin(Scope scope, String step, long start) {
    Case ofCase = scope.ofCase;
    boolean whole = step.endsWith("case");
    Scope service = scope.service();
    ClockRun around = whole ? null : wholeCase(ofCase, service);
    Object category = scope.variables.get("category");
    Limits.Instants instants =
        run.setup
            .limits()
            .plan(
                service.container.id(),
                step,
                category == null ? null : category.toString(),
                start,
                around == null ? null : around.instants);
    ClockRun clock = new ClockRun(step, service, start, instants);
    boolean stands =
        instants.followsCase()
            ? around.pausedAt >= 0
            : instants.isPausable() && (ofCase.openPauses > 0 || clock.service.exclusions > 0);
    clock.pausedAt = stands ? run.now : -1;
    ofCase.clocks.add(clock);
    return clock;
  }

  /** The running clock of a whole service; null for none. */
  private static ClockRun wholeCase(Case ofCase, Scope service) {
    for (int i = ofCase.clocks.size() - 1; i >= 0; i--) {
      ClockRun one = ofCase.clocks.get(i);
      if (one.service == service && one.isWholeCase()) {
        return one;
      }
    }
    return null;
  }

  /** The latest clock of a step, running or not; null for none. */
  ClockRun latest(Case ofCase, String step) {
    ClockRun running = last(ofCase.clocks, step);
    return running != null ? running : last(ofCase.ended, step);
  }

  private static ClockRun last(List<ClockRun> clocks, String step) {
    for (int i = clocks.size() - 1; i >= 0; i--) {
      if (clocks.get(i).step.equals(step)) {
        return clocks.get(i);
      }
    }
    return null;
  }

  void stopFor(Activity activity) {
    if (activity != null && activity.clock != null && activity.clock.isRunning()) {
      stop(activity.ofCase(), activity.clock);
    }
  }

  void stop(Case ofCase, ClockRun clock) {
    if (clock.pausedAt >= 0) {
      clock.pausedFor += run.now - clock.pausedAt;
    }
    clock.stoppedAt = run.now;
    ofCase.clocks.remove(clock);
    ofCase.ended.add(clock);
    if (clock.isWholeCase() && clock.service.around == null) {
      ofCase.resultAt = ofCase.resultAt < 0 ? run.now : ofCase.resultAt;
    }
  }

  void pause(Case ofCase) {
    ofCase.openPauses++;
    ofCase.clocks.forEach(this::standStill);
  }

  private void standStill(ClockRun clock) {
    if (clock.instants.isPausable() && clock.pausedAt < 0) {
      clock.pausedAt = run.now;
      clock.timers.forEach(run.calendar::remove);
    }
  }

  /** The clocks of the service stand still on an element that its plan does not count. */
  void exclude(Scope scope) {
    Scope service = scope.service();
    service.exclusions++;
    service.ofCase.clocks.stream()
        .filter(clock -> clock.service == service)
        .forEach(this::standStill);
  }

  /** That element ends. */
  void include(Scope scope) {
    Scope service = scope.service();
    service.exclusions--;
    if (service.ofCase.openPauses == 0) {
      runAgain(service.ofCase);
    }
  }

  /** The case's own clock goes first: the steps that took it over follow its new instants. */
  void resume(Case ofCase) {
    if (--ofCase.openPauses == 0) {
      runAgain(ofCase);
    }
  }

  private void runAgain(Case ofCase) {
    List<ClockRun> all = List.copyOf(ofCase.clocks);
    all.stream().filter(ClockRun::isWholeCase).forEach(clock -> runAgain(clock, null));
    for (ClockRun clock : all) {
      if (!clock.isWholeCase()) {
        runAgain(clock, wholeCase(ofCase, clock.service));
      }
    }
  }

  private void runAgain(ClockRun clock, ClockRun wholeCase) {
    if (clock.pausedAt < 0 || clock.service.exclusions > 0) {
      return;
    }
    clock.instants =
        run.setup
            .limits()
            .resumed(
                clock.instants,
                clock.pausedAt,
                run.now,
                wholeCase == null ? null : wholeCase.instants);
    clock.pausedFor += run.now - clock.pausedAt;
    clock.pausedAt = -1;
    for (Timer timer : clock.timers) {
      if (!timer.isPlanned()) {
        run.timers.plan(timer, clock.at(timer.point));
      }
    }
  }
}
