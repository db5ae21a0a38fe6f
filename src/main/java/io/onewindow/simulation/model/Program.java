package io.onewindow.simulation.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A process with everything it calls, ready to be run; immutable. */
public final class Program {

  private final Container process;
  private final List<Node> nodes;
  private final int flows;
  private final Map<String, Node> byId = new TreeMap<>();

  Program(Container process, List<Node> nodes, int flows) {
    this.flows = flows;
    this.process = process;
    this.nodes = List.copyOf(nodes);
    nodes.forEach(node -> byId.put(node.id(), node));
  }

  public Container process() {
    return process;
  }

  /** All nodes of all processes. */
  public List<Node> nodes() {
    return nodes;
  }

  /** How many sequence flows there are. */
  public int flows() {
    return flows;
  }

  /** The node with this id; null for none. */
  public Node node(String id) {
    return byId.get(id);
  }

  public Map<String, Node> byId() {
    return Collections.unmodifiableMap(byId);
  }
}
