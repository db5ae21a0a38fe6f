package io.onewindow.simulation.kernel;

import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import io.onewindow.simulation.model.Flow;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.random.Draws;
import io.onewindow.simulation.random.Purpose;
import java.util.ArrayList;
import java.util.List;

/** Which flows a token takes: by the scenario's shares, or by the model's conditions. */
final class Choices {

  private final Replication run;

  Choices(Replication run) {
    this.run = run;
  }

  /** The one flow of an exclusive gateway. */
  Flow one(Scope scope, Node node, int visit) {
    List<Flow> flows = node.outgoing();
    if (flows.size() == 1 && flows.get(0).condition() == null) {
      return flows.get(0);
    }
    double[] shares = run.setup.shares()[node.index()];
    return shares != null ? drawn(scope, node, visit, shares) : decided(scope, node);
  }

  private Flow drawn(Scope scope, Node node, int visit, double[] shares) {
    double uniform =
        Draws.uniform(run.draws.key(scope.ofCase.no, node.hash(), visit, Purpose.BRANCH));
    int last = -1;
    double upTo = 0;
    for (int i = 0; i < shares.length; i++) {
      upTo += shares[i];
      if (shares[i] > 0) {
        last = i;
        if (uniform < upTo) {
          break;
        }
      }
    }
    return node.outgoing().get(last);
  }

  private Flow decided(Scope scope, Node node) {
    Flow byDefault = null;
    for (Flow flow : node.outgoing()) {
      if (flow.isDefault()) {
        byDefault = flow;
      } else if (Tokens.holds(flow.condition(), run.bindings, scope)) {
        return flow;
      }
    }
    if (byDefault == null) {
      throw stuck(node);
    }
    return byDefault;
  }

  /** All flows that apply, at least one. */
  List<Flow> many(Scope scope, Node node, int visit) {
    double[] shares = run.setup.shares()[node.index()];
    List<Flow> taken = new ArrayList<>();
    Flow byDefault = null;
    for (int i = 0; i < node.outgoing().size(); i++) {
      Flow flow = node.outgoing().get(i);
      if (flow.isDefault()) {
        byDefault = flow;
      } else if (shares == null
          ? Tokens.holds(flow.condition(), run.bindings, scope)
          : uniform(scope, node, visit, flow) < shares[i]) {
        taken.add(flow);
      }
    }
    if (taken.isEmpty()) {
      taken.add(byDefault != null ? byDefault : likeliest(node, shares));
    }
    return taken;
  }

  private double uniform(Scope scope, Node node, int visit, Flow flow) {
    long element = node.hash() ^ Draws.hash(flow.id());
    return Draws.uniform(run.draws.key(scope.ofCase.no, element, visit, Purpose.BRANCH));
  }

  private static Flow likeliest(Node node, double[] shares) {
    if (shares == null) {
      throw stuck(node);
    }
    int best = 0;
    for (int i = 1; i < shares.length; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    return node.outgoing().get(best);
  }

  private static Problem stuck(Node node) {
    return Refusal.at(
        "元素 " + node.id() + "（" + node.name() + "）", "没有一个分支条件成立，也没有默认分支，请核对情景中变量的取值");
  }
}
