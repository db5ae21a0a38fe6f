package io.onewindow.simulation.scenario;

import io.onewindow.simulation.model.Flow;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;
import java.util.HashSet;
import java.util.Set;

/** Reads which share of the cases takes which flow of a gateway. */
final class GatewayReader {

  private static final Set<String> ROW = Set.of("gateway_id", "probabilities");
  private static final Set<String> PATH = Set.of("path_id", "value");
  private static final double EXACT = 1e-6;

  private GatewayReader() {}

  /** By node; null where the model's conditions decide. */
  static double[][] read(Entry scenario, Program program) {
    double[][] shares = new double[program.nodes().size()][];
    for (Entry row : scenario.list("gateway_branching_probabilities")) {
      Entry id = row.only(ROW).need("gateway_id");
      Node gateway = program.node(id.text());
      if (gateway == null) {
        throw id.refuse("模型里没有网关 " + id.text());
      }
      if (gateway.kind() != Kind.EXCLUSIVE && gateway.kind() != Kind.INCLUSIVE) {
        throw id.refuse(id.text() + " 不是排他或包容网关，不能给出分支概率");
      }
      shares[gateway.index()] = shares(row.need("probabilities"), gateway);
    }
    escapes(scenario, program, shares);
    return shares;
  }

  private static double[] shares(Entry rows, Node gateway) {
    double[] shares = new double[gateway.outgoing().size()];
    Set<String> seen = new HashSet<>();
    double sum = 0;
    for (Entry row : rows.list()) {
      Entry path = row.only(PATH).need("path_id");
      int place = place(gateway, path);
      if (!seen.add(path.text())) {
        throw path.refuse("分支 " + path.text() + " 重复");
      }
      shares[place] = row.need("value").share();
      sum += shares[place];
    }
    if (gateway.kind() == Kind.EXCLUSIVE && Math.abs(sum - 1) > EXACT) {
      throw rows.refuse(
          "网关 " + gateway.id() + " 各分支概率之和为 " + Math.round(sum * 1e6) / 1e6 + "，应为 1");
    }
    return shares;
  }

  private static int place(Node gateway, Entry path) {
    for (int i = 0; i < gateway.outgoing().size(); i++) {
      Flow flow = gateway.outgoing().get(i);
      if (flow.id().equals(path.text()) || flow.target().id().equals(path.text())) {
        return i;
      }
    }
    throw path.refuse("网关 " + gateway.id() + " 没有分支 " + path.text());
  }

  /** Even without the flows that nobody takes there must be a way to an end. */
  private static void escapes(Entry scenario, Program program, double[][] shares) {
    Set<Node> ending = new HashSet<>();
    for (boolean grows = true; grows; ) {
      grows = false;
      for (Node node : program.nodes()) {
        boolean ends =
            node.outgoing().isEmpty()
                || leads(node, shares[node.index()], ending)
                || node.boundaries().stream().anyMatch(ending::contains);
        grows |= ends && ending.add(node);
      }
    }
    for (Node node : program.nodes()) {
      if (!ending.contains(node)) {
        throw scenario
            .need("gateway_branching_probabilities")
            .refuse("按这些概率从元素 " + node.id() + "（" + node.name() + "）走不到结束，仿真永远不会结束");
      }
    }
  }

  private static boolean leads(Node node, double[] shares, Set<Node> ending) {
    for (int i = 0; i < node.outgoing().size(); i++) {
      if ((shares == null || shares[i] > 0) && ending.contains(node.outgoing().get(i).target())) {
        return true;
      }
    }
    return false;
  }
}
