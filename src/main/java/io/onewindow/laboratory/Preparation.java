package io.onewindow.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.Laboratory;
import io.onewindow.simulation.Refusal;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.result.ElementsJson;
import io.onewindow.simulation.result.Origin;
import io.onewindow.simulation.scenario.Assumptions;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

/** Checks proposals against the deployed models; nothing runs but a few pilot cases. */
@Component
class Preparation {

  /** A search tries one person more at a time, each a whole run. */
  private static final int MOST_STAFF_TRIES = 50;

  private final DeployedModels models;
  private final LaboratorySettings settings;

  Preparation(DeployedModels models, LaboratorySettings settings) {
    this.models = models;
    this.settings = settings;
  }

  /**
   * @throws Problem naming the place in the scenario that is wrong, and the remedy
   */
  Experiment prepare(Proposal proposal) {
    byte[] bpmn =
        models
            .process(proposal.service())
            .orElseThrow(
                () -> Problem.notFound("unknown-service", "没有事项“" + proposal.service() + "”。"));
    return prepare(proposal, bpmn);
  }

  Experiment prepare(Proposal proposal, byte[] bpmn) {
    Assumptions full = Assumptions.fill(proposal.scenario(), proposal.service());
    BpmnModelInstance model = ProgramReader.parse(bpmn, proposal.service());
    Laboratory.Trial trial = new Laboratory(models).prepare(full.tree(), model);
    bounded(full.tree());
    trusted(full.tree());
    Origin origin = Origin.of(bpmn, model, full, trial.baseline().plan().seed());
    return new Experiment(
        Experiment.KIND,
        proposal.service(),
        origin.modelName(),
        proposal.name().isEmpty() ? origin.modelName() : proposal.name(),
        proposal.scenario(),
        full,
        trial,
        origin,
        diagrams(proposal.service(), bpmn, trial));
  }

  /** A state of affairs that does not foretell what came is no ground to compare changes on. */
  private static void trusted(ObjectNode tree) {
    JsonNode history = tree.at("/approval/history");
    boolean compares =
        !tree.at("/approval/edits").isEmpty() || tree.at("/approval").has("staffNeeded");
    if (history.isMissingNode() || !compares) {
      return;
    }
    JsonNode test = history.path("backTest");
    if (!test.path("light").asText().matches("GREEN|AMBER")) {
      throw Problem.conflict(
          "back-test-red", test.path("text").asText("由历史估计的现状没有经过回测，不能用来比较改动：请重新取现状。"));
    }
  }

  /** On the pages many people share one machine that also serves cases. */
  private void bounded(ObjectNode tree) {
    JsonNode approval = tree.path("approval");
    most(approval, "cases", settings.mostCases(), Integer.MAX_VALUE);
    most(approval, "replications", settings.mostReplications(), 0);
    most(approval.path("stopRule"), "maxReplications", settings.mostReplications(), 0);
    most(approval.path("staffNeeded"), "most", MOST_STAFF_TRIES, 0);
  }

  private static void most(JsonNode section, String key, int most, int otherwise) {
    JsonNode given = section.path(key);
    if (given.isMissingNode() && otherwise > most || given.asDouble() > most) {
      throw Refusal.at(
          place(key),
          "在页面上最多 " + most + (given.isMissingNode() ? "，须写明" : "") + "；更大的试算请用命令行 simulate");
    }
  }

  private static String place(String key) {
    return switch (key) {
      case "maxReplications" -> "approval.stopRule.maxReplications";
      case "most" -> "approval.staffNeeded.most";
      default -> "approval." + key;
    };
  }

  private Map<String, String> diagrams(String service, byte[] bpmn, Laboratory.Trial trial) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(service, new String(bpmn, StandardCharsets.UTF_8));
    for (JsonNode element : ElementsJson.write(trial.baseline())) {
      all.computeIfAbsent(
          element.path("process").asText(),
          id ->
              models.process(id).map(one -> new String(one, StandardCharsets.UTF_8)).orElse(null));
    }
    return all;
  }
}
