package io.onewindow.laboratory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.Laboratory;
import io.onewindow.simulation.result.DistributionJson;
import io.onewindow.simulation.result.ElementsJson;
import io.onewindow.simulation.result.ResultJson;
import org.camunda.bpm.model.bpmn.Bpmn;

/** All that the page shows of a finished experiment, so that a shared file needs nothing else. */
final class ResultWriter {

  private ResultWriter() {}

  static ObjectNode write(Experiment experiment, Laboratory.Outcome outcome) {
    ObjectNode result = ResultJson.tree(experiment.origin(), outcome);
    result.set("distributions", DistributionJson.write(outcome.before(), outcome.after()));
    ObjectNode diagrams = result.putObject("diagrams");
    diagrams.put("main", experiment.diagrams().keySet().iterator().next());
    experiment.diagrams().forEach(diagrams.putObject("baseline")::put);
    ObjectNode elements = result.putObject("elements");
    elements.set("baseline", ElementsJson.write(outcome.baseline()));
    if (outcome.whatIf() != null) {
      elements.set("whatIf", ElementsJson.write(experiment.trial().changed()));
      diagrams.put("whatIf", Bpmn.convertToString(outcome.whatIf().model()));
    }
    return result;
  }
}
