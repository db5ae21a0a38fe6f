package io.onewindow.simulation.kernel;

import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import io.onewindow.simulation.expression.Expression;
import io.onewindow.simulation.model.Flow;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Trigger;
import java.util.List;

/**
 * Moves tokens from node to node, each path as far as it goes before the next, as the engine does.
 */
final class Tokens {

  /** Steps without any time passing after which a case must be running in a circle. */
  private static final int ENDLESS = 1_000;

  private final Replication run;
  private long stepsAt = Long.MIN_VALUE;
  private int steps;

  Tokens(Replication run) {
    this.run = run;
  }

  void start(Case arriving) {
    if (run.setup.jurisdiction() != null) {
      arriving.variables.setHere("jurisdiction", run.setup.jurisdiction());
    }
    Scope scope =
        new Scope(arriving, null, run.setup.program().process(), null, arriving.variables);
    open(scope);
  }

  void open(Scope scope) {
    scope.tokens = 1;
    run.timers.subscribe(scope);
    enter(scope, scope.container.start(), null);
  }

  /** Takes a flow. */
  void take(Scope scope, Flow flow) {
    if (!flow.listeners().isEmpty()) {
      run.bindings.perform(flow.listeners(), scope, null);
    }
    run.tally.flow(flow);
    enter(scope, flow.target(), flow);
  }

  private void enter(Scope scope, Node node, Flow by) {
    guard(scope, node);
    switch (node.kind()) {
      case START -> start(scope, node);
      case END -> end(scope, node);
      case THROW -> thrown(scope, node);
      case EXCLUSIVE -> exclusive(scope, node);
      case PARALLEL, INCLUSIVE -> join(scope, node, by);
      default -> run.work.begin(scope, node);
    }
  }

  private void start(Scope scope, Node node) {
    int visit = ++scope.ofCase.visits[node.index()];
    run.tally.passed(scope, node);
    run.bindings.draw(node, visit, scope, null);
    if (scope.around == null && scope.ofCase.begun != null) {
      scope.ofCase.begun.values().forEach(scope.variables::setHere);
    }
    run.bindings.perform(node.work().atStart(), scope, null);
    run.bindings.perform(node.work().atEnd(), scope, null);
    leave(scope, node, visit);
  }

  private void exclusive(Scope scope, Node node) {
    int visit = ++scope.ofCase.visits[node.index()];
    run.tally.passed(scope, node);
    run.bindings.perform(node.work().atStart(), scope, null);
    take(scope, run.choices.one(scope, node, visit));
  }

  /** On from a node whose part is done: along every flow that applies. */
  void leave(Scope scope, Node node, int visit) {
    List<Flow> flows = node.outgoing();
    if (flows.size() == 1 && flows.get(0).condition() == null) {
      take(scope, flows.get(0));
    } else if (flows.isEmpty()) {
      consume(scope);
    } else {
      fork(scope, run.choices.many(scope, node, visit));
    }
  }

  private void fork(Scope scope, List<Flow> flows) {
    scope.tokens += flows.size() - 1;
    if (flows.size() == 1) {
      take(scope, flows.get(0));
      return;
    }
    scope.setOut(flows);
    for (Flow flow : flows) {
      if (scope.isClosed || !scope.sets(flow)) {
        return;
      }
      take(scope, flow);
    }
  }

  private void join(Scope scope, Node node, Flow by) {
    if (node.incoming() > 1) {
      int waiting = scope.wait(node, run.nodes);
      boolean passes =
          node.kind() == Kind.PARALLEL
              ? waiting >= node.incoming()
              : !scope.mayStillReach(node, scope.container.nodes());
      if (!passes) {
        return;
      }
      scope.pass(node);
      run.tally.joined(by);
    }
    int visit = ++scope.ofCase.visits[node.index()];
    run.bindings.perform(node.work().atStart(), scope, null);
    List<Flow> flows = node.outgoing();
    if (flows.isEmpty()) {
      consume(scope);
    } else {
      fork(scope, node.kind() == Kind.PARALLEL ? flows : run.choices.many(scope, node, visit));
    }
  }

  private void thrown(Scope scope, Node node) {
    int visit = ++scope.ofCase.visits[node.index()];
    run.tally.passed(scope, node);
    run.bindings.perform(node.work().atStart(), scope, null);
    if (node.trigger().type() == Trigger.Type.ESCALATION) {
      run.events.escalate(scope, node.trigger().code());
    }
    if (!scope.isClosed) {
      leave(scope, node, visit);
    }
  }

  private void end(Scope scope, Node node) {
    ++scope.ofCase.visits[node.index()];
    run.bindings.perform(node.work().atStart(), scope, null);
    run.tally.passed(scope, node);
    run.tally.ended(node);
    switch (node.trigger().type()) {
      case ESCALATION -> run.events.escalate(scope, node.trigger().code());
      case ERROR -> {
        if (run.events.fail(scope, node.trigger().code())) {
          return;
        }
      }
      case TERMINATE -> {
        run.work.cancelAll(scope);
        scope.tokens = 1;
      }
      default -> {
        // nothing is thrown
      }
    }
    if (!scope.isClosed) {
      consume(scope);
    }
  }

  /** A token ends; with the last one its scope does. */
  void consume(Scope scope) {
    scope.tokens--;
    if (scope.tokens > 0) {
      return;
    }
    run.timers.unsubscribe(scope);
    scope.isClosed = true;
    if (scope.host == null) {
      run.ended(scope.ofCase);
    } else {
      run.work.complete(scope.host);
    }
  }

  private void guard(Scope scope, Node node) {
    if (run.now != stepsAt) {
      stepsAt = run.now;
      steps = 0;
    } else if (++steps > ENDLESS * (1 + scope.ofCase.visits.length)) {
      throw endless(node);
    }
    if (steps > ENDLESS && scope.ofCase.visits[node.index()] > ENDLESS) {
      throw endless(node);
    }
  }

  private static Problem endless(Node node) {
    return Refusal.at(
        "元素 " + node.id() + "（" + node.name() + "）", "办件不耗时间地反复经过这里，仿真永远不会结束，请检查分支条件和比例");
  }

  /** Whether one of these conditions holds. */
  static boolean holds(Expression condition, Bindings bindings, Scope scope) {
    return condition == null || condition.isTrue(bindings.in(scope, null));
  }
}
