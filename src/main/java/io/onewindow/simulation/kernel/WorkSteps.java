package io.onewindow.simulation.kernel;

import io.onewindow.simulation.kernel.Activity.State;
import io.onewindow.simulation.kernel.Case.Spent;
import io.onewindow.simulation.model.Assignment;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Trigger;
import io.onewindow.simulation.model.Work;
import io.onewindow.simulation.random.Draws;
import io.onewindow.simulation.random.Purpose;

/** Begins, completes and cancels activities. */
final class WorkSteps {

  private final Replication run;

  WorkSteps(Replication run) {
    this.run = run;
  }

  /** A token has come to an activity. */
  void begin(Scope scope, Node node) {
    Activity activity = new Activity(run, node, scope);
    scope.link(activity);
    if (node.repetition() == null) {
      start(activity);
      return;
    }
    run.timers.attach(activity);
    run.repeats.begin(activity);
  }

  void start(Activity activity) {
    Node node = activity.node;
    Work work = node.work();
    activity.visit = ++activity.ofCase().visits[node.index()];
    activity.cameAt = run.now;
    activity.enabledAt = run.now;
    if (!work.inputs().isEmpty() && node.kind() != Kind.CALL) {
      Variables own = new Variables(activity.variables);
      for (Assignment one : work.inputs()) {
        own.setHere(one.variable(), run.bindings.value(one.value(), activity));
      }
      activity.variables = own;
    }
    run.bindings.perform(work.atStart(), activity.scope, activity);
    if (!activity.isInstance) {
      run.timers.attach(activity);
    }
    switch (node.kind()) {
      case SUBPROCESS -> openInside(activity, new Variables(activity.variables));
      case CALL -> openInside(activity, handedOver(activity));
      case TIMER -> run.timers.await(activity, node);
      case EVENT_BASED -> run.timers.awaitFirst(activity);
      default -> task(activity);
    }
  }

  private void task(Activity task) {
    if (task.node.work().due() != null) {
      task.due = run.timers.due(task);
    }
    run.timers.remind(task);
    Case ofCase = task.ofCase();
    task.done = ofCase.begun == null ? null : ofCase.begun.at(task.node.id(), task.visit);
    if (task.done != null) {
      replay(task);
      return;
    }
    PausePlan pause = run.setup.pauses()[task.node.index()];
    if (pause != null && chance(task, Purpose.PAUSE) < pause.share()) {
      run.clocks.pause(task.ofCase());
      task.state = State.IN_PROCEDURE;
      task.ofCase().change(run.now, run.setup.office(), Spent.PROCEDURE, 1);
      run.calendar.plan(task, run.now + pause.length().millis(key(task, Purpose.PAUSE_LENGTH)));
    } else {
      offer(task);
    }
  }

  /** What was done ends when it did, whoever was free; where that was instead of before it. */
  private void replay(Activity task) {
    task.startedAt = run.now;
    task.state = State.DELAYED;
    task.ofCase().change(run.now, run.setup.office(), waiting(task), 1);
    run.calendar.plan(task, Math.max(run.now, task.done.endedAt()));
  }

  /** Whoever has not answered when the forecast begins takes as long again as anybody. */
  private long stillTakes(long length) {
    boolean overBefore = isPast() && run.now + length < run.setup.open().now();
    return overBefore ? run.setup.open().now() - run.now + length : length;
  }

  /** What nobody had done when the forecast begins nobody did before. */
  private long notBeforeForecast(long at) {
    return run.setup.open() == null ? at : Math.max(at, run.setup.open().now());
  }

  /** The special procedure is over. */
  void resume(Activity task) {
    task.ofCase().change(run.now, run.setup.office(), Spent.PROCEDURE, -1);
    run.clocks.resume(task.ofCase());
    offer(task);
  }

  private void offer(Activity task) {
    Station station = run.setup.stations()[task.node.index()];
    task.enabledAt = run.now;
    if (station == null) {
      done(task);
    } else if (station.pool() != Station.NOBODY && (station.lying() != null || isPast())) {
      task.state = State.LYING;
      task.ofCase().change(run.now, run.setup.office(), Spent.QUEUE, 1);
      long lies = station.lying() == null ? 0 : station.lying().millis(key(task, Purpose.LYING));
      run.calendar.plan(task, notBeforeForecast(lainUntil(lies)));
    } else if (station.pool() != Station.NOBODY) {
      run.staff.enable(task);
    } else if (station.duration() != null) {
      task.startedAt = run.now;
      task.state = State.DELAYED;
      task.ofCase().change(run.now, run.setup.office(), waiting(task), 1);
      Purpose purpose = task.node.kind() == Kind.WORK ? Purpose.DELAY : Purpose.DURATION;
      task.length = station.duration().millis(key(task, purpose));
      run.calendar.plan(task, comesBack(task, run.now + stillTakes(task.length)));
    }
  }

  private boolean isPast() {
    return run.setup.open() != null && run.now < run.setup.open().now();
  }

  private long lainUntil(long length) {
    return run.setup.office() == null ? run.now + length : run.setup.office().plus(run.now, length);
  }

  /** It has lain for long enough and now waits for the next who is free; both are its waiting. */
  void takenUp(Activity task) {
    long since = task.enabledAt;
    task.ofCase().change(run.now, run.setup.office(), Spent.QUEUE, -1);
    run.staff.enable(task, since);
  }

  /** Applicants come while the hall is open. */
  private long comesBack(Activity task, long at) {
    boolean indoors = task.node.work().waitsForApplicant() && run.setup.office() != null;
    return indoors ? run.setup.office().next(at) : at;
  }

  private static Spent waiting(Activity task) {
    boolean theirs = task.node.work().waitsForApplicant() || task.node.kind() == Kind.RECEIVE;
    return theirs ? Spent.APPLICANT : Spent.WORK;
  }

  /** A time that nobody works for has passed. */
  void delayed(Activity task) {
    task.ofCase().change(run.now, run.setup.office(), waiting(task), -1);
    done(task);
  }

  /** The task's own part is done. */
  void done(Activity task) {
    task.state = State.ENDED;
    run.tally.done(task);
    run.bindings.result(task);
    run.bindings.draw(task.node, task.visit, task.scope, task);
    if (task.done != null) {
      task.done.values().forEach(task.variables::set);
    }
    run.bindings.perform(task.node.work().atCompletion(), task.scope, task);
    complete(task);
  }

  /** An activity, with all inside it, has ended as it should. */
  void complete(Activity activity) {
    activity.state = State.ENDED;
    Node node = activity.node;
    activity.scope.unlink(activity);
    run.timers.drop(activity);
    run.tally.left(activity, false);
    outputs(activity);
    run.bindings.perform(node.work().atEnd(), activity.scope, activity);
    run.clocks.stopFor(activity);
    if (activity.isInstance) {
      run.repeats.completed(activity);
    } else if (node.kind() == Kind.EVENT_SUBPROCESS) {
      run.tokens.consume(activity.scope);
    } else if (node.kind() != Kind.EVENT_BASED) {
      run.tokens.leave(activity.scope, node, activity.visit);
    }
  }

  private void outputs(Activity activity) {
    boolean called = activity.node.kind() == Kind.CALL;
    Variables from = called ? activity.inside.variables : activity.variables;
    Variables to = activity.scope.variables;
    for (Assignment one : activity.node.work().outputs()) {
      if (one.variable() == null) {
        from.all().forEach(to::set);
      } else {
        Object value =
            called
                ? run.bindings.handedOver(one.value(), activity.scope, activity, from)
                : run.bindings.value(one.value(), activity.scope, activity, from);
        to.set(one.variable(), value);
      }
    }
  }

  private Variables handedOver(Activity call) {
    Variables own = new Variables(null);
    for (Assignment one : call.node.work().inputs()) {
      if (one.variable() == null) {
        call.variables.all().forEach(own::setHere);
      } else {
        own.setHere(
            one.variable(), run.bindings.handedOver(one.value(), call.scope, call, call.variables));
      }
    }
    if (run.setup.jurisdiction() != null) {
      own.setHere("jurisdiction", run.setup.jurisdiction());
    }
    return own;
  }

  void openInside(Activity host, Variables variables) {
    host.inside = new Scope(host.ofCase(), host.scope, host.node.inside(), host, variables);
    run.tokens.open(host.inside);
  }

  /** Ends what is at work without its having been done. */
  void cancel(Activity activity) {
    activity.scope.unlink(activity);
    run.timers.drop(activity);
    run.tally.left(activity, true);
    switch (activity.state) {
      case QUEUED, IN_SERVICE -> {
        run.tally.cancelled(activity);
        run.staff.withdraw(activity);
      }
      case DELAYED -> {
        run.calendar.remove(activity);
        activity.ofCase().change(run.now, run.setup.office(), waiting(activity), -1);
      }
      case LYING -> {
        run.tally.cancelled(activity);
        run.calendar.remove(activity);
        activity.ofCase().change(run.now, run.setup.office(), Spent.QUEUE, -1);
      }
      case IN_PROCEDURE -> {
        run.calendar.remove(activity);
        activity.ofCase().change(run.now, run.setup.office(), Spent.PROCEDURE, -1);
        run.clocks.resume(activity.ofCase());
      }
      default -> {
        // nothing is planned
      }
    }
    activity.state = State.ENDED;
    if (activity.inside != null) {
      cancelAll(activity.inside);
      run.timers.unsubscribe(activity.inside);
      activity.inside.isClosed = true;
    }
    run.bindings.perform(activity.node.work().atEnd(), activity.scope, activity);
    run.clocks.stopFor(activity);
  }

  void cancelAll(Scope scope) {
    while (scope.first != null) {
      cancel(scope.first);
    }
    scope.clear();
  }

  private double chance(Activity task, Purpose purpose) {
    return Draws.uniform(key(task, purpose));
  }

  private long key(Activity task, Purpose purpose) {
    return run.draws.key(task.ofCase().no, task.node.hash(), task.visit, purpose);
  }

  /** A message that the scenario lets arrive after a while. */
  long arrival(Activity activity, Node event) {
    Station station = run.setup.stations()[event.index()];
    boolean never = station == null || station.duration() == null;
    return never || event.trigger().type() != Trigger.Type.MESSAGE
        ? -1
        : run.now
            + station
                .duration()
                .millis(
                    run.draws.key(
                        activity.ofCase().no, event.hash(), activity.visit, Purpose.DELAY));
  }
}
