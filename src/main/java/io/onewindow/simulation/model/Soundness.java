package io.onewindow.simulation.model;

import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a model must satisfy before any case is sent through it. */
final class Soundness {

  private Soundness() {}

  /**
   * @throws Problem naming the element
   */
  static void check(List<Node> nodes) {
    Set<String> ids = new HashSet<>();
    for (Node node : nodes) {
      if (!ids.add(node.id())) {
        throw Refusal.at("元素 " + node.id(), "这个编号在所用的流程中出现了两次，请改名");
      }
      start(node);
      ends(node);
    }
    escapes(nodes);
  }

  private static void start(Node node) {
    if (node.inside() != null && node.inside().start() == null) {
      throw Refusal.at("元素 " + node.id(), "子流程没有开始事件");
    }
    if (node.kind() == Kind.START
        && node.home().nodes().stream().filter(one -> one.kind() == Kind.START).count() > 1) {
      throw Refusal.at("元素 " + node.id(), "一个流程只能有一个开始事件");
    }
  }

  private static void ends(Node node) {
    boolean catches = node.trigger().type() == Trigger.Type.TERMINATE && node.kind() != Kind.END;
    if (catches) {
      throw Refusal.at("元素 " + node.id(), "终止只能是结束事件");
    }
    if (node.kind() == Kind.EVENT_BASED && node.outgoing().isEmpty()) {
      throw Refusal.at("元素 " + node.id(), "事件网关之后没有事件");
    }
  }

  /** From every node there must be a way to where a path ends, or a case could never end. */
  private static void escapes(List<Node> nodes) {
    Set<Node> ending = new HashSet<>();
    for (boolean grows = true; grows; ) {
      grows = false;
      for (Node node : nodes) {
        boolean ends =
            node.outgoing().isEmpty()
                || node.outgoing().stream().anyMatch(flow -> ending.contains(flow.target()))
                || node.boundaries().stream().anyMatch(ending::contains);
        grows |= ends && ending.add(node);
      }
    }
    nodes.stream()
        .filter(node -> !ending.contains(node))
        .findFirst()
        .ifPresent(
            node -> {
              throw Refusal.at("元素 " + node.id(), "从这里走不到任何结束事件，仿真永远不会结束");
            });
  }
}
