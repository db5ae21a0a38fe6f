package io.onewindow.laboratory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.Laboratory;
import io.onewindow.simulation.result.Origin;
import io.onewindow.simulation.scenario.Assumptions;
import io.onewindow.simulation.scenario.RunPlan;
import java.util.Map;

/**
 * A proposal that was checked against its model and can run.
 *
 * @param kind {@code experiment} or {@code self-check}
 * @param given the scenario as the trainer gave it
 * @param full the same with assumptions
 * @param diagrams BPMN texts by process id, the service's own first
 */
record Experiment(
    String kind,
    String service,
    String serviceName,
    String name,
    ObjectNode given,
    Assumptions full,
    Laboratory.Trial trial,
    Origin origin,
    Map<String, String> diagrams) {

  static final String KIND = "experiment";

  /** Replications of each of its scenarios, at most. */
  int mostReplications() {
    RunPlan plan = trial.baseline().plan();
    return plan.stop() == null
        ? plan.replications()
        : Math.max(plan.replications(), plan.stop().maxReplications());
  }
}
