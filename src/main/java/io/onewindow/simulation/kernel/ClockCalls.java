package io.onewindow.simulation.kernel;

import io.onewindow.simulation.Refusal;
import java.util.Date;
import java.util.List;

/** What models ask the promise clock. */
final class ClockCalls {

  static final String BEAN = "promiseClock";

  private static final int REMINDED_PRIORITY = 60;
  private static final int AMBER_PRIORITY = 75;
  private static final int RED_PRIORITY = 100;

  private final Replication run;

  ClockCalls(Replication run) {
    this.run = run;
  }

  Object call(
      String method, List<Object> arguments, Scope scope, Activity activity, Bindings bindings) {
    if (run.setup.limits() == null) {
      throw Refusal.at("approval.jurisdiction", "模型用到承诺时钟，情景须指明辖区");
    }
    switch (method) {
      case "due", "dueSince":
        return date(ClockRun.Point.DUE, arguments, scope, activity, bindings);
      case "warning", "warningSince":
        return date(ClockRun.Point.WARNING, arguments, scope, activity, bindings);
      case "reminder", "reminderSince":
        return date(ClockRun.Point.REMINDER, arguments, scope, activity, bindings);
      case "remind":
        run.staff.prioritise(activity, Math.max(activity.priority, REMINDED_PRIORITY));
        return null;
      case "amber":
        run.staff.prioritise(activity, AMBER_PRIORITY);
        return null;
      case "overdue":
        overdue(scope, (String) arguments.get(1));
        return null;
      case "stop":
        run.clocks.stopFor(activity);
        return null;
      case "exclude":
        run.clocks.exclude(scope);
        return null;
      case "include":
        run.clocks.include(scope);
        return null;
      case "deemedAccepted":
        return null;
      case "stepName":
        return arguments.get(1);
      default:
        throw Refusal.at("promiseClock." + method, "仿真不认识承诺时钟的这个方法");
    }
  }

  private Date date(
      ClockRun.Point point,
      List<Object> arguments,
      Scope scope,
      Activity activity,
      Bindings bindings) {
    String step = String.valueOf(arguments.get(1));
    boolean since = arguments.size() > 2 && arguments.get(2) != null;
    long start = since ? ((Date) arguments.get(2)).getTime() : run.now;
    ClockRun clock = run.clocks.ask(scope, activity, step, start);
    bindings.asked(clock, point);
    return new Date(clock.at(point));
  }

  private void overdue(Scope scope, String step) {
    ClockRun clock = run.clocks.latest(scope.ofCase, step);
    if (clock == null) {
      throw Refusal.at("promiseClock.overdue", "没有步骤 " + step + " 的时钟");
    }
    clock.isRed = true;
    for (Scope one = scope; one != null; one = one.around) {
      for (Activity task = one.first; task != null; task = task.next) {
        if (task.clock == clock) {
          run.staff.prioritise(task, RED_PRIORITY);
        }
      }
    }
  }
}
