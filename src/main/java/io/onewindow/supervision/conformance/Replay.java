package io.onewindow.supervision.conformance;

import io.onewindow.supervision.conformance.Deviation.Kind;
import io.onewindow.supervision.conformance.ModelNode.Split;
import io.onewindow.supervision.history.PastActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replays one process instance. Whatever ended hands on tokens as the model says; whatever began
 * must have found one on a flow that leads to it. A token is taken once, by the first that needs
 * it; the engine does not record which flow was taken, so that of an exclusive gateway any one will
 * do.
 */
final class Replay {

  /** What an ended element has handed on and nobody has taken yet. */
  private static final class Tokens {
    private final String from;
    private final String scope;
    private final Instant since;
    private final Split split;
    private final Set<String> takenBy = new HashSet<>();

    Tokens(PastActivity ended, Split split) {
      this.from = ended.element();
      this.scope = ended.scopeId();
      this.since = ended.to();
      this.split = split;
    }

    boolean take(PastActivity begun, ModelNode node) {
      boolean leads =
          scope.equals(begun.scopeId())
              && node.before().contains(from)
              && !since.isAfter(begun.from());
      if (!leads || split == Split.ONE && !takenBy.isEmpty()) {
        return false;
      }
      return takenBy.add(node.id());
    }
  }

  private final ModelGraph graph;
  private final List<PastActivity> activities;
  private final List<Tokens> tokens = new ArrayList<>();
  private final Map<String, Integer> arrivals = new HashMap<>();
  private final Map<String, Instant> fired = new HashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final List<Deviation> deviations = new ArrayList<>();

  private Replay(ModelGraph graph, List<PastActivity> activities) {
    this.graph = graph;
    this.activities = activities;
  }

  /**
   * @param activities of one process instance, in the order they began
   */
  static List<Deviation> of(ModelGraph graph, List<PastActivity> activities) {
    Set<String> bodies = new HashSet<>();
    activities.stream()
        .filter(PastActivity::isMultiInstanceBody)
        .forEach(body -> bodies.add(body.id()));
    // each of several of one element began because the body around them did
    return new Replay(
            graph, activities.stream().filter(one -> !bodies.contains(one.scopeId())).toList())
        .run();
  }

  private List<Deviation> run() {
    for (PastActivity activity : activities) {
      ModelNode node = graph.node(activity.element());
      if (node != null) {
        begin(activity, node);
        end(activity, node);
      }
    }
    return deviations;
  }

  private void begin(PastActivity activity, ModelNode node) {
    String place = activity.scopeId() + " " + node.id();
    boolean first = begun.add(place);
    boolean startedTwice = node.free() && isStart(activity) && !first;
    boolean led = node.free() ? !startedTwice : takes(activity, node);
    if (!led) {
      deviate(activity, node, first);
    }
  }

  private static boolean isStart(PastActivity activity) {
    return activity.type().endsWith("tartEvent") || activity.type().startsWith("start");
  }

  private boolean takes(PastActivity activity, ModelNode node) {
    return tokens.stream().anyMatch(one -> one.take(activity, node));
  }

  private void deviate(PastActivity activity, ModelNode node, boolean first) {
    if (!first) {
      add(Kind.REPEATED, activity, node, List.of());
      return;
    }
    List<String> never = new ArrayList<>();
    List<String> later = new ArrayList<>();
    for (ModelNode required : graph.requiredBefore(node.id())) {
      if (!isDone(required.id(), activity, true)) {
        (isDone(required.id(), activity, false) ? later : never).add(required.name());
      }
    }
    if (!never.isEmpty()) {
      add(Kind.SKIPPED, activity, node, never);
    }
    if (never.isEmpty() || !later.isEmpty()) {
      add(Kind.OUT_OF_ORDER, activity, node, later);
    }
  }

  /** Whether the element was ever done, in the same scope; before this one began, if asked. */
  private boolean isDone(String element, PastActivity than, boolean before) {
    return activities.stream()
        .filter(one -> one.element().equals(element) && one.scopeId().equals(than.scopeId()))
        .filter(one -> one.to() != null && !one.cancelled())
        .anyMatch(one -> !before || isBefore(one, than));
  }

  private boolean isBefore(PastActivity one, PastActivity other) {
    return !one.to().isAfter(other.from()) && activities.indexOf(one) < activities.indexOf(other);
  }

  private void add(Kind kind, PastActivity activity, ModelNode node, List<String> missing) {
    deviations.add(
        new Deviation(kind, activity.process(), node.id(), node.name(), activity.from(), missing));
  }

  private void end(PastActivity activity, ModelNode node) {
    if (activity.to() == null || activity.cancelled() && !graph.isGateway(node.id())) {
      return;
    }
    if (!node.join() || fires(activity, node)) {
      tokens.add(new Tokens(activity, node.split()));
    }
  }

  /**
   * Every arrival at a join is recorded as if it were one of its own; those that are joined end at
   * one instant. A parallel join needs as many as flows lead to it.
   */
  private boolean fires(PastActivity activity, ModelNode node) {
    String place = activity.scopeId() + " " + node.id();
    if (graph.isParallel(node.id())) {
      return arrivals.merge(place, 1, Integer::sum) % node.incoming() == 0;
    }
    return !activity.to().equals(fired.put(place, activity.to()));
  }
}
