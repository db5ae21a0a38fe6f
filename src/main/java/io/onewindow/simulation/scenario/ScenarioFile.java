package io.onewindow.simulation.scenario;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.Refusal;

/** Reads the text of a scenario. */
public final class ScenarioFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private ScenarioFile() {}

  /**
   * @throws io.onewindow.problem.Problem with line and column when it is no JSON object
   */
  public static ObjectNode parse(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      if (tree instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      throw Refusal.at(place(malformed.getLocation()), "不是有效的 JSON（引号、逗号、括号有误，键重复，或嵌套过深）");
    }
    throw Refusal.at("情景文件", "应是一个 JSON 对象");
  }

  /** Where a text breaks; what is too long or too deep is told without a place. */
  private static String place(JsonLocation at) {
    return at == null ? "情景文件" : "情景文件第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列";
  }
}
