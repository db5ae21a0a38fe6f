package io.onewindow.laboratory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.scenario.Assumptions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing is known: everything but the place is an assumption. */
@Component
@Order(0)
class AssumedBaseline implements Baseline {

  @Override
  public String id() {
    return "assumptions";
  }

  @Override
  public String name() {
    return "标明的假设";
  }

  @Override
  public boolean knows(String service, String jurisdiction) {
    return Assumptions.areShippedFor(service);
  }

  @Override
  public ObjectNode scenario(String service, String jurisdiction) {
    ObjectNode scenario = JsonNodeFactory.instance.objectNode();
    scenario.putObject("approval").put("jurisdiction", jurisdiction);
    return scenario;
  }
}
