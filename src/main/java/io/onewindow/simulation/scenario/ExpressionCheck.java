package io.onewindow.simulation.scenario;

import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import io.onewindow.simulation.expression.Expression;
import io.onewindow.simulation.kernel.Outcome;
import io.onewindow.simulation.kernel.Setup;
import io.onewindow.simulation.model.Assignment;
import io.onewindow.simulation.model.Flow;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Before a run: every variable that is read must be written by something, every call be known. */
final class ExpressionCheck {

  private static final Set<String> GIVEN =
      Set.of(
          "now",
          "jurisdiction",
          "loopCounter",
          "nrOfInstances",
          "nrOfCompletedInstances",
          "nrOfActiveInstances");

  private final Setup setup;
  private final Set<String> written = new HashSet<>(GIVEN);

  private ExpressionCheck(Setup setup) {
    this.setup = setup;
  }

  /**
   * @throws Problem naming element, variable or call, and where to declare it
   */
  static void check(Setup setup) {
    ExpressionCheck check = new ExpressionCheck(setup);
    check.collect();
    setup.program().nodes().forEach(check::node);
  }

  private void collect() {
    Arrays.stream(setup.outcomes())
        .filter(one -> one != null)
        .flatMap(Arrays::stream)
        .map(Outcome::variable)
        .forEach(written::add);
    setup.effects().values().forEach(e -> e.sets().forEach(one -> written.add(one.variable())));
    for (Node node : setup.program().nodes()) {
      add(node.work().resultVariable());
      add(node.trigger().codeVariable());
      add(node.repetition() == null ? null : node.repetition().elementVariable());
      node.work().inputs().stream().map(Assignment::variable).forEach(this::add);
      node.work().outputs().stream().map(Assignment::variable).forEach(this::add);
    }
  }

  private void add(String variable) {
    if (variable != null) {
      written.add(variable);
    }
  }

  private void node(Node node) {
    boolean drawn = setup.shares()[node.index()] != null;
    for (Expression one : node.expressions()) {
      boolean condition = node.outgoing().stream().map(Flow::condition).anyMatch(c -> c == one);
      if (!(drawn && condition)) {
        calls(node, one);
      }
      if (condition && !drawn || isValue(node, one)) {
        variables(node, one);
      }
    }
    if (node.work().delegate() != null && !setup.effects().containsKey(node.work().delegate())) {
      throw unknownCall(node, node.work().delegate());
    }
    if (node.work().decision() != null && !setup.decisions().knows(node.work().decision())) {
      throw Refusal.at(
          "元素 " + node.id(), "找不到决策 " + node.work().decision() + "，请把它的 .dmn 文件放在同一目录");
    }
  }

  private static boolean isValue(Node node, Expression one) {
    return one == node.work().due()
        || node.trigger().timer() != null && node.trigger().timer().value() == one
        || node.kind() != Kind.CALL
            && node.work().inputs().stream().anyMatch(input -> input.value() == one);
  }

  private void variables(Node node, Expression one) {
    Set<String> unknown = new TreeSet<>(one.variables());
    unknown.removeAll(written);
    if (!unknown.isEmpty()) {
      throw Refusal.at(
          "元素 " + node.id() + "（" + node.name() + "）",
          "表达式 "
              + one
              + " 用到的变量 "
              + String.join("、", unknown)
              + " 没有来处，请在 approval.outcomes 或 approval.effects 中给出，或给网关写明分支概率");
    }
  }

  private void calls(Node node, Expression one) {
    for (Expression.Call call : one.calls()) {
      boolean clock = call.bean().equals("promiseClock");
      if (clock && setup.limits() == null) {
        throw Refusal.at("approval.jurisdiction", "模型用到承诺时钟，情景须指明辖区，如 ningyang");
      }
      List<String> names = List.of(call.bean(), call.toString());
      if (!clock
          && !call.bean().equals("execution")
          && names.stream().noneMatch(setup.effects()::containsKey)
          && setup.effects().keySet().stream().noneMatch(key -> key.startsWith(call + "("))) {
        throw unknownCall(node, call.toString());
      }
    }
  }

  private static Problem unknownCall(Node node, String call) {
    return Refusal.at(
        "元素 " + node.id() + "（" + node.name() + "）",
        "会调用 " + call + "，仿真不执行程序，请在 approval.effects 中说明它的效果，没有效果的写 {}");
  }
}
