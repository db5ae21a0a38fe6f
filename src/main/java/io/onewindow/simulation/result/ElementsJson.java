package io.onewindow.simulation.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.kernel.Setup;
import io.onewindow.simulation.kernel.Station;
import io.onewindow.simulation.model.Container;
import io.onewindow.simulation.model.Flow;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.scenario.Scenario;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which figures belong to which element of which diagram, as JSON. */
public final class ElementsJson {

  /** The step in a due date such as <code>${promiseClock.due(execution,'tax')}</code>. */
  private static final Pattern STEP =
      Pattern.compile("promiseClock\\.\\w+\\(\\s*execution\\s*,\\s*'([\\w-]+)'");

  private final Setup setup;
  private final ArrayNode all = JsonNodeFactory.instance.arrayNode();
  private final Set<Container> seen = new HashSet<>();

  private ElementsJson(Setup setup) {
    this.setup = setup;
  }

  /**
   * Each element with the process whose diagram it stands on; an element of a called process stands
   * on that one's diagram.
   */
  public static ArrayNode write(Scenario scenario) {
    ElementsJson elements = new ElementsJson(scenario.setup());
    Container process = scenario.setup().program().process();
    elements.container(process, process);
    return elements.all;
  }

  private void container(Container container, Container process) {
    if (!seen.add(container)) {
      return;
    }
    for (Node node : container.nodes()) {
      element(node, process);
      if (node.inside() != null) {
        container(node.inside(), node.kind() == Kind.CALL ? node.inside() : process);
      }
    }
  }

  private void element(Node node, Container process) {
    String prefix = process.id() + "/";
    String id = node.id().startsWith(prefix) ? node.id().substring(prefix.length()) : node.id();
    ObjectNode element = all.addObject();
    element
        .put("process", process.id())
        .put("processName", process.name())
        .put("element", id)
        .put("figure", node.id())
        .put("name", node.name())
        .put("kind", node.kind().name());
    work(node, element);
    if (node.kind() == Kind.CALL) {
      element.put("calls", node.inside().id());
    }
    for (Flow flow : node.outgoing()) {
      if (flow.target().incoming() > 1) {
        element.withArray("/joins").add("join." + flow.target().id() + "." + flow.id());
      }
    }
  }

  private void work(Node node, ObjectNode element) {
    Station station = setup.stations()[node.index()];
    if (station != null && station.pool() != Station.NOBODY) {
      element.put("pool", setup.pools().get(station.pool()).id());
      element.put("poolName", setup.pools().get(station.pool()).name());
    }
    if (node.work().due() != null) {
      Matcher step = STEP.matcher(node.work().due().toString());
      if (step.find()) {
        element.put("step", step.group(1));
      }
    }
  }
}
