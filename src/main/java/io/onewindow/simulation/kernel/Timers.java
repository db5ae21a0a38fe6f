package io.onewindow.simulation.kernel;

import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import io.onewindow.simulation.expression.Surroundings;
import io.onewindow.simulation.model.Flow;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Reminder;
import io.onewindow.simulation.model.Trigger.Type;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets, moves and fires the timers of cases, and messages that come after a while. */
final class Timers {

  private final Replication run;
  private final Map<Scope, List<Timer>> subscriptions = new HashMap<>();

  Timers(Replication run) {
    this.run = run;
  }

  /** Sets what stands at the border of an activity. */
  void attach(Activity host) {
    for (Node event : host.node.boundaries()) {
      Type type = event.trigger().type();
      if (type == Type.TIMER) {
        set(new Timer(run, host, host.scope, event, null), event.trigger().timer(), event.id());
      } else if (type == Type.MESSAGE) {
        message(host, event);
      }
    }
  }

  private void message(Activity host, Node event) {
    long arrival = run.work.arrival(host, event);
    if (arrival >= 0) {
      Timer timer = new Timer(run, host, host.scope, event, null);
      host.add(timer);
      run.calendar.plan(timer, arrival);
    }
  }

  /** Sets the reminders of a task. */
  void remind(Activity task) {
    for (Reminder one : task.node.work().reminders()) {
      set(new Timer(run, task, task.scope, null, one), one.timer(), task.node.id());
    }
  }

  /** Sets the timer of an intermediate event. */
  void await(Activity host, Node event) {
    set(new Timer(run, host, host.scope, event, null), event.trigger().timer(), event.id());
  }

  /** Sets all events behind an event-based gateway. */
  void awaitFirst(Activity gateway) {
    for (Flow flow : gateway.node.outgoing()) {
      Node event = flow.target();
      if (event.kind() == Kind.TIMER) {
        await(gateway, event);
      } else {
        message(gateway, event);
      }
    }
  }

  /** Sets the timers that start a scope's event subprocesses. */
  void subscribe(Scope scope) {
    for (Node node : scope.container.eventSubprocesses()) {
      if (node.trigger().type() == Type.TIMER) {
        Timer timer = new Timer(run, null, scope, node, null);
        subscriptions.computeIfAbsent(scope, any -> new ArrayList<>()).add(timer);
        set(timer, node.trigger().timer(), node.id());
      }
    }
  }

  void unsubscribe(Scope scope) {
    List<Timer> open = subscriptions.isEmpty() ? null : subscriptions.remove(scope);
    if (open != null) {
      open.forEach(this::cancel);
    }
  }

  /**
   * An event subprocess that interrupts its scope ends every timer of the scope, as in the engine:
   * those that start event subprocesses and those at the border of the subprocess.
   */
  void silence(Scope scope) {
    unsubscribe(scope);
    if (scope.host != null && scope.host.node.kind() == Kind.SUBPROCESS) {
      for (Timer timer : scope.host.timers) {
        if (timer.event.trigger().type() == Type.TIMER) {
          cancel(timer);
        }
      }
    }
  }

  void drop(Activity activity) {
    activity.timers.forEach(this::cancel);
  }

  private void cancel(Timer timer) {
    run.calendar.remove(timer);
    if (timer.clock != null) {
      timer.clock.timers.remove(timer);
    }
  }

  /** The due date of a task. */
  long due(Activity task) {
    Object due = task.node.work().due().value(run.bindings.in(task.scope, task));
    return due == null ? Long.MAX_VALUE : date(due, task.node.id());
  }

  private void set(Timer timer, io.onewindow.simulation.model.Timer meant, String element) {
    if (timer.host != null) {
      timer.host.add(timer);
    }
    Bindings bindings = run.bindings;
    Surroundings here =
        timer.host == null
            ? bindings.in(timer.scope, null)
            : bindings.in(timer.host.scope, timer.host);
    bindings.forgetClock();
    Object value = meant.value().value(here);
    switch (meant.kind()) {
      case DATE -> {
        if (value instanceof Date && bindings.askedClock() != null) {
          timer.clock = bindings.askedClock();
          timer.point = bindings.askedPoint();
          timer.clock.timers.add(timer);
          if (timer.clock.pausedAt >= 0) {
            return;
          }
        }
        plan(timer, date(value, element));
      }
      case DURATION -> plan(timer, Periods.after(run.now, String.valueOf(value), element));
      case CYCLE -> cycle(timer, String.valueOf(value), element);
    }
  }

  private void cycle(Timer timer, String cycle, String element) {
    String[] parts = cycle.split("/");
    if (parts.length != 2 || !parts[0].matches("R\\d*")) {
      throw Refusal.at("元素 " + element, "定时循环“" + cycle + "”应写成 R次数/间隔，如 R3/PT1H");
    }
    timer.left =
        parts[0].length() == 1 ? Integer.MAX_VALUE : Integer.parseInt(parts[0].substring(1));
    timer.period = Periods.after(run.now, parts[1], element) - run.now;
    if (timer.period <= 0) {
      throw Refusal.at("元素 " + element, "定时循环“" + cycle + "”的间隔应大于零");
    }
    plan(timer, run.now + timer.period);
  }

  /** A date in the past is due now. */
  void plan(Timer timer, long at) {
    run.calendar.plan(timer, Math.max(run.now, at));
  }

  void fire(Timer timer) {
    if (timer.reminder != null) {
      run.bindings.perform(List.of(timer.reminder.call()), timer.scope, timer.host);
    } else if (timer.host == null) {
      run.events.subprocess(timer.scope, timer.event, null);
    } else if (timer.event.kind() == Kind.BOUNDARY) {
      repeat(timer);
      run.events.boundary(timer.host, timer.event, null);
    } else {
      arrived(timer);
    }
  }

  private void repeat(Timer timer) {
    if (timer.period > 0 && !timer.event.isInterrupting() && --timer.left > 0) {
      plan(timer, run.now + timer.period);
    }
  }

  private void arrived(Timer timer) {
    Activity host = timer.host;
    if (host.node.kind() == Kind.EVENT_BASED) {
      run.work.complete(host);
      int visit = ++host.ofCase().visits[timer.event.index()];
      run.tally.passed(host.scope, timer.event);
      run.bindings.draw(timer.event, visit, host.scope, null);
      run.bindings.perform(timer.event.work().atEnd(), host.scope, host);
      run.tokens.leave(host.scope, timer.event, visit);
    } else {
      run.work.done(host);
    }
  }

  private static long date(Object value, String element) {
    if (value instanceof Date date) {
      return date.getTime();
    }
    try {
      return OffsetDateTime.parse(String.valueOf(value)).toInstant().toEpochMilli();
    } catch (DateTimeParseException malformed) {
      throw wrong(element, value);
    }
  }

  private static Problem wrong(String element, Object value) {
    return Refusal.at("元素 " + element, "定时“" + value + "”不是带时区的日期时间，应如 2026-03-02T09:00:00+08:00");
  }
}
