package io.onewindow.simulation.result;

import java.util.List;

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
    String version) {}
