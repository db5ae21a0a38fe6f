package io.onewindow.simulation.model;

import java.util.BitSet;
import java.util.List;

/** From where an inclusive gateway can still be reached, within its own container. */
final class Reachability {

  private Reachability() {}

  static void settle(List<Node> nodes) {
    for (Node gateway : nodes) {
      if (gateway.kind() == Kind.INCLUSIVE) {
        gateway.upstream(upstream(gateway, nodes));
      }
    }
  }

  private static BitSet upstream(Node gateway, List<Node> nodes) {
    BitSet found = new BitSet(nodes.size());
    for (boolean grows = true; grows; ) {
      grows = false;
      for (Node node : nodes) {
        if (!found.get(node.index()) && leadsTo(node, gateway, found)) {
          found.set(node.index());
          grows = true;
        }
      }
    }
    return found;
  }

  private static boolean leadsTo(Node node, Node gateway, BitSet found) {
    return node.home() == gateway.home()
        && (node.outgoing().stream().anyMatch(flow -> reaches(flow.target(), gateway, found))
            || node.boundaries().stream().anyMatch(event -> found.get(event.index())));
  }

  private static boolean reaches(Node target, Node gateway, BitSet found) {
    return target == gateway || found.get(target.index());
  }
}
