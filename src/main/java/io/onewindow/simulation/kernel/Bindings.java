package io.onewindow.simulation.kernel;

import io.onewindow.simulation.Refusal;
import io.onewindow.simulation.expression.Expression;
import io.onewindow.simulation.expression.Surroundings;
import io.onewindow.simulation.model.Decisions;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Work;
import io.onewindow.simulation.random.Draws;
import io.onewindow.simulation.random.Purpose;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What expressions see in a simulated case: its variables, the clock, and effects for beans. */
final class Bindings implements Surroundings {

  private static final String NOW = "now";

  private final Replication run;
  private Scope scope;
  private Activity activity;
  private Variables variables;
  private boolean isLenient;
  private ClockRun askedClock;
  private ClockRun.Point askedPoint;

  Bindings(Replication run) {
    this.run = run;
  }

  Surroundings in(Scope where, Activity what) {
    return in(where, what, what == null ? where.variables : what.variables, false);
  }

  private Surroundings in(Scope where, Activity what, Variables values, boolean lenient) {
    scope = where;
    activity = what;
    variables = values;
    isLenient = lenient;
    return this;
  }

  Object value(Expression expression, Activity what) {
    return value(expression, what.scope, what, what.variables);
  }

  Object value(Expression expression, Scope where, Activity what, Variables values) {
    try {
      return expression.value(in(where, what, values, false));
    } catch (IllegalArgumentException unknown) {
      throw Refusal.at("表达式 " + expression, unknown.getMessage());
    }
  }

  /** As a call activity hands variables over: what is not known is absent, not wrong. */
  Object handedOver(Expression expression, Scope where, Activity what, Variables values) {
    return expression.value(in(where, what, values, true));
  }

  /** Listeners: only what they do matters, not what they are given. */
  void perform(List<Expression> listeners, Scope where, Activity what) {
    for (Expression one : listeners) {
      one.value(in(where, what, what == null ? where.variables : what.variables, true));
    }
  }

  /** Gives the variables that an element sets their values. */
  void draw(Node node, int visit, Scope where, Activity what) {
    Outcome[] outcomes = run.setup.outcomes()[node.index()];
    if (outcomes != null) {
      for (Outcome one : outcomes) {
        set(one, node.hash(), visit, in(where, what));
      }
    }
  }

  private void set(Outcome outcome, long element, int visit, Surroundings here) {
    Outcome.Choice choice = visit <= 1 ? outcome.first() : outcome.later();
    double uniform =
        choice.isCertain()
            ? 0
            : Draws.uniform(
                run.draws.key(scope.ofCase.no, element ^ outcome.hash(), visit, Purpose.OUTCOME));
    variables.set(outcome.variable(), choice.draw(uniform, here));
  }

  /** Leaves the result of a service task or decision in its variable. */
  void result(Activity task) {
    Work work = task.node.work();
    Object result = null;
    if (work.decision() != null) {
      result = decide(task, work);
    } else if (work.delegate() != null) {
      in(task.scope, task);
      result = apply(work.delegate());
    } else if (work.expression() != null) {
      result = value(work.expression(), task);
    }
    if (work.resultVariable() != null) {
      task.variables.set(work.resultVariable(), result);
    }
  }

  private Object decide(Activity task, Work work) {
    Decisions.Decision decision = run.setup.decisions().decision(work.decision(), task.node.id());
    Map<String, Object> question = new HashMap<>();
    task.variables
        .all()
        .forEach(
            (name, value) -> {
              if (decision.mentions(name)) {
                question.put(name, value);
              }
            });
    return DecisionResults.as(work.resultForm(), decision.answer(question), task.node.id());
  }

  @Override
  public boolean knows(String name) {
    return isLenient || name.equals(NOW) || variables.knows(name);
  }

  @Override
  public Object variable(String name) {
    Object value = variables.get(name);
    return value == null && name.equals(NOW) ? new Date(run.now) : value;
  }

  @Override
  public Object call(String bean, String method, List<Object> arguments) {
    if (bean.equals(ClockCalls.BEAN)) {
      return run.clockCalls.call(method, arguments, scope, activity, this);
    }
    return bean.equals("execution")
        ? execution(method, arguments)
        : apply(effect(bean, method, arguments));
  }

  /** The effect of the bean, of its method, or of the method called with that last argument. */
  private String effect(String bean, String method, List<Object> arguments) {
    Map<String, Effect> effects = run.setup.effects();
    if (effects.containsKey(bean)) {
      return bean;
    }
    String call = bean + "." + method;
    return effects.containsKey(call) || arguments.isEmpty()
        ? call
        : call + "(" + arguments.get(arguments.size() - 1) + ")";
  }

  private Object execution(String method, List<Object> arguments) {
    String name = String.valueOf(arguments.get(0));
    switch (method) {
      case "setVariable":
        variables.set(name, arguments.get(1));
        return null;
      case "getVariable":
        return variables.get(name);
      case "hasVariable":
        return variables.knows(name);
      default:
        throw Refusal.at("execution." + method, "仿真不认识 execution 的这个方法");
    }
  }

  private Object apply(String name) {
    Effect effect = run.setup.effects().get(name);
    if (effect == null) {
      throw Refusal.at("approval.effects", "没有说明调用 " + name + " 的效果");
    }
    for (Outcome one : effect.sets()) {
      boolean certain = one.first().isCertain() && one.later().isCertain();
      int visit = certain ? 1 : scope.ofCase.nth(name);
      set(one, Draws.hash(name), visit, this);
    }
    return effect.answers() == null ? null : effect.answers().value(this);
  }

  void forgetClock() {
    askedClock = null;
  }

  void asked(ClockRun clock, ClockRun.Point point) {
    askedClock = clock;
    askedPoint = point;
  }

  ClockRun askedClock() {
    return askedClock;
  }

  ClockRun.Point askedPoint() {
    return askedPoint;
  }
}
