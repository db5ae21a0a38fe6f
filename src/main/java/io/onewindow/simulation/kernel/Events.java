package io.onewindow.simulation.kernel;

import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Trigger;
import io.onewindow.simulation.model.Trigger.Type;

/**
 * Finds who catches what is thrown: event subprocesses and boundary events, from inside outwards.
 */
final class Events {

  private final Replication run;

  Events(Replication run) {
    this.run = run;
  }

  void escalate(Scope from, String code) {
    propagate(from, Type.ESCALATION, code);
  }

  /** Whether somebody caught the error; then the throwing path has ended. */
  boolean fail(Scope from, String code) {
    return propagate(from, Type.ERROR, code);
  }

  private boolean propagate(Scope from, Type type, String code) {
    for (Scope scope = from; scope != null; scope = scope.around) {
      if (scope.container != null) {
        for (Node node : scope.container.eventSubprocesses()) {
          if (node.trigger().catches(type, code) && !isInside(from, node, scope)) {
            subprocess(scope, node, code);
            return true;
          }
        }
      }
      if (scope.host != null && !scope.host.isInstance) {
        for (Node boundary : scope.host.node.boundaries()) {
          if (boundary.trigger().catches(type, code)) {
            boundary(scope.host, boundary, code);
            return true;
          }
        }
      }
    }
    return false;
  }

  /** What an event subprocess throws it does not catch itself. */
  private static boolean isInside(Scope from, Node subprocess, Scope until) {
    for (Scope scope = from; scope != until; scope = scope.around) {
      if (scope.host != null && scope.host.node == subprocess) {
        return true;
      }
    }
    return false;
  }

  /** A boundary event has happened. */
  void boundary(Activity host, Node event, String code) {
    Scope scope = host.scope;
    int visit = ++scope.ofCase.visits[event.index()];
    if (event.isInterrupting()) {
      run.work.cancel(host);
    } else {
      scope.tokens++;
    }
    run.tally.passed(scope, event);
    keep(event.trigger(), code, scope.variables);
    run.bindings.perform(event.work().atStart(), scope, null);
    run.tally.fired(event);
    run.tokens.leave(scope, event, visit);
  }

  /** The start event of an event subprocess has happened. */
  void subprocess(Scope scope, Node node, String code) {
    if (node.isInterrupting()) {
      run.work.cancelAll(scope);
      run.timers.silence(scope);
      scope.tokens = 0;
    }
    scope.tokens++;
    run.tally.fired(node);
    Activity activity = new Activity(run, node, scope);
    scope.link(activity);
    activity.visit = ++scope.ofCase.visits[node.index()];
    activity.cameAt = run.now;
    Variables variables = new Variables(scope.variables);
    if (node.trigger().codeVariable() != null) {
      variables.setHere(node.trigger().codeVariable(), code);
    }
    run.work.openInside(activity, variables);
  }

  private static void keep(Trigger trigger, String code, Variables variables) {
    if (trigger.codeVariable() != null) {
      variables.set(trigger.codeVariable(), code);
    }
  }
}
