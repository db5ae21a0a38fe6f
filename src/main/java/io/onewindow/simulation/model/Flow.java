package io.onewindow.simulation.model;

import io.onewindow.simulation.expression.Expression;
import java.util.List;

/** A sequence flow. */
public final class Flow {

  private final int index;
  private final String id;
  private final String name;
  private final Expression condition;
  private final boolean isDefault;
  private final List<Expression> listeners;
  private Node source;
  private Node target;

  Flow(
      int index,
      String id,
      String name,
      Expression condition,
      boolean isDefault,
      List<Expression> listeners) {
    this.index = index;
    this.id = id;
    this.name = name;
    this.condition = condition;
    this.isDefault = isDefault;
    this.listeners = listeners;
  }

  /** Its place among all flows of the program. */
  public int index() {
    return index;
  }

  public String id() {
    return id;
  }

  /** The label; null for none. */
  public String name() {
    return name;
  }

  /** Null for none. */
  public Expression condition() {
    return condition;
  }

  public boolean isDefault() {
    return isDefault;
  }

  /** What happens when it is taken. */
  public List<Expression> listeners() {
    return listeners;
  }

  public Node source() {
    return source;
  }

  public Node target() {
    return target;
  }

  void connect(Node from, Node to) {
    source = from;
    target = to;
  }
}
