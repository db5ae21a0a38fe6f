package io.onewindow.simulation.model;

import io.onewindow.simulation.expression.Expression;
import io.onewindow.simulation.random.Draws;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One element of a model. Complete once its program is; never changed afterwards. */
public final class Node {

  private final int index;
  private final String id;
  private final String name;
  private final Kind kind;
  private final Container home;
  private final long hash;
  private final List<Flow> outgoing = new ArrayList<>();
  private final List<Node> boundaries = new ArrayList<>();
  private int incoming;
  private Container inside;
  private Work work = Work.NONE;
  private Trigger trigger = Trigger.NONE;
  private boolean interrupting = true;
  private Repetition repetition;
  private BitSet upstream;

  Node(int index, String id, String name, Kind kind, Container home) {
    this.index = index;
    this.id = id;
    this.name = name == null || name.isBlank() ? id : name.strip().replaceAll("\\s+", "");
    this.kind = kind;
    this.home = home;
    this.hash = Draws.hash(id);
  }

  /** Place in {@link Program#nodes}. */
  public int index() {
    return index;
  }

  public String id() {
    return id;
  }

  /** The label, or the id where there is none. */
  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  public Container home() {
    return home;
  }

  /** Its place in the hash of draws. */
  public long hash() {
    return hash;
  }

  public List<Flow> outgoing() {
    return outgoing;
  }

  /** How many flows lead here. */
  public int incoming() {
    return incoming;
  }

  /** Boundary events attached to it. */
  public List<Node> boundaries() {
    return boundaries;
  }

  /** What a subprocess contains or a call activity calls; null for other nodes. */
  public Container inside() {
    return inside;
  }

  public Work work() {
    return work;
  }

  public Trigger trigger() {
    return trigger;
  }

  /** Whether a catching event ends what it is attached to. */
  public boolean isInterrupting() {
    return interrupting;
  }

  /** Null for an activity that is done once. */
  public Repetition repetition() {
    return repetition;
  }

  /** Whether a token there may still come to this inclusive gateway. */
  public boolean isReachableFrom(Node node) {
    return upstream.get(node.index);
  }

  Flow add(Flow flow) {
    outgoing.add(flow);
    return flow;
  }

  void countIncoming() {
    incoming++;
  }

  void attach(Node boundary) {
    boundaries.add(boundary);
  }

  void contain(Container container) {
    inside = container;
  }

  void work(Work given) {
    work = given;
  }

  void on(Trigger given, boolean interrupts) {
    trigger = given;
    interrupting = interrupts;
  }

  void repeat(Repetition given) {
    repetition = given;
  }

  void upstream(BitSet nodes) {
    upstream = nodes;
  }

  /** Every expression in it, its flows' conditions included. */
  public List<Expression> expressions() {
    List<Expression> all = new ArrayList<>(work.expressions());
    outgoing.stream().map(Flow::condition).filter(one -> one != null).forEach(all::add);
    outgoing.forEach(flow -> all.addAll(flow.listeners()));
    if (trigger.timer() != null) {
      all.add(trigger.timer().value());
    }
    return all;
  }
}
