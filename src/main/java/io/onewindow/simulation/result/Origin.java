package io.onewindow.simulation.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.simulation.scenario.Assumptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * Where results come from, so that they can be had again.
 *
 * @param modelHash SHA-256 of the BPMN text
 * @param scenarioHash SHA-256 of the scenario with its assumptions
 * @param assumed paths of the scenario that are assumptions and no data
 * @param version of this software
 */
public record Origin(
    String modelId,
    String modelName,
    String modelHash,
    String scenarioHash,
    long seed,
    List<String> assumed,
    String version) {

  /**
   * @param bpmn the text that {@code model} was read from
   */
  public static Origin of(byte[] bpmn, BpmnModelInstance model, Assumptions scenario, long seed) {
    Process process = model.getModelElementsByType(Process.class).iterator().next();
    JsonNode tree = scenario.tree();
    return new Origin(
        process.getId(),
        process.getName() == null ? process.getId() : process.getName(),
        sha256(bpmn),
        sha256(tree.toString().getBytes(StandardCharsets.UTF_8)),
        seed,
        scenario.assumed(),
        softwareVersion());
  }

  private static String softwareVersion() {
    String version = Origin.class.getPackage().getImplementationVersion();
    return version == null ? "开发版" : version;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
