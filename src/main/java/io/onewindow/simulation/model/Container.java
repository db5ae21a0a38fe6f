package io.onewindow.simulation.model;

import java.util.ArrayList;
import java.util.List;

/** A process, an embedded subprocess or an event subprocess: what nodes stand in. */
public final class Container {

  private final String id;
  private final String name;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Node> eventSubprocesses = new ArrayList<>();
  private Node start;
  private boolean isSharedPart;

  Container(String id, String name) {
    this.id = id;
    this.name = name;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Node start() {
    return start;
  }

  /** Whether services call it as a part of theirs: then their clocks are its clocks. */
  public boolean isSharedPart() {
    return isSharedPart;
  }

  void sharedPart(boolean marked) {
    isSharedPart = marked;
  }

  /** Nodes that stand directly in it. */
  public List<Node> nodes() {
    return nodes;
  }

  /** Event subprocesses that stand directly in it. */
  public List<Node> eventSubprocesses() {
    return eventSubprocesses;
  }

  void add(Node node) {
    nodes.add(node);
    if (node.kind() == Kind.START) {
      start = node;
    } else if (node.kind() == Kind.EVENT_SUBPROCESS) {
      eventSubprocesses.add(node);
    }
  }
}
