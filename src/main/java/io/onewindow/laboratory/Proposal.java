package io.onewindow.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.scenario.ScenarioFile;

/**
 * What a trainer wants to try.
 *
 * @param service process id
 * @param name in the trainer's own words, at most 100 characters
 * @param scenario what differs from the assumptions, edits included
 */
record Proposal(String service, String name, ObjectNode scenario) {

  private static final int LONGEST_NAME = 100;
  private static final int LARGEST = 2_000_000;

  /**
   * @param body JSON, read strictly: a key given twice is refused
   * @throws Problem naming what is missing or wrong
   */
  static Proposal parse(String body) {
    if (body.length() > LARGEST) {
      throw Problem.of(413, "scenario-too-large", "情景文件过大，最多 2 MB。");
    }
    ObjectNode tree = ScenarioFile.parse(body);
    String service = tree.path("service").asText("");
    if (service.isEmpty()) {
      throw Problem.badRequest("service-missing", "缺少 service：要试算的事项，如 company-registration。");
    }
    String name = tree.path("name").asText("").strip();
    if (name.length() > LONGEST_NAME) {
      throw Problem.badRequest("name-too-long", "实验名称最多 100 个字。");
    }
    JsonNode scenario = tree.path("scenario");
    if (!(scenario instanceof ObjectNode given)) {
      throw Problem.badRequest("scenario-missing", "缺少 scenario：情景，一个 JSON 对象。");
    }
    return new Proposal(service, name, given);
  }
}
