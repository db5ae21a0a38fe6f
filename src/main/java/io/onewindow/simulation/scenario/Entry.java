package io.onewindow.simulation.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value of a scenario and its place, for refusals that name it. */
public final class Entry {

  private final JsonNode node;
  private final String path;

  public Entry(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  public JsonNode node() {
    return node;
  }

  public String path() {
    return path;
  }

  /** The value of a key; null when it is absent or null. */
  public Entry get(String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : new Entry(value, place(key));
  }

  private String place(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /**
   * @throws Problem when it is absent
   */
  public Entry need(String key) {
    Entry value = get(key);
    if (value == null) {
      throw refuse("缺少 " + key);
    }
    return value;
  }

  public List<Entry> list() {
    if (!node.isArray()) {
      throw refuse("应为列表");
    }
    List<Entry> all = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      all.add(new Entry(node.get(i), path + "[" + i + "]"));
    }
    return all;
  }

  /** The list of a key, empty when it is absent. */
  public List<Entry> list(String key) {
    Entry value = get(key);
    return value == null ? List.of() : value.list();
  }

  public Map<String, Entry> fields() {
    if (!node.isObject()) {
      throw refuse("应为对象");
    }
    Map<String, Entry> all = new LinkedHashMap<>();
    node.fieldNames().forEachRemaining(key -> all.put(key, new Entry(node.get(key), place(key))));
    return all;
  }

  /** The fields of a key, none when it is absent. */
  public Map<String, Entry> fields(String key) {
    Entry value = get(key);
    return value == null ? Map.of() : value.fields();
  }

  /** Refuses keys that mean nothing here. */
  public Entry only(Set<String> keys) {
    for (String key : fields().keySet()) {
      if (!keys.contains(key)) {
        throw refuse("不认识 " + key + "，可用的有：" + String.join("、", keys.stream().sorted().toList()));
      }
    }
    return this;
  }

  public String text() {
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw refuse("应为非空文字");
    }
    return node.textValue().strip();
  }

  /** The text of a key, or the one given when it is absent. */
  public String text(String key, String otherwise) {
    Entry value = get(key);
    return value == null ? otherwise : value.text();
  }

  public double number() {
    if (!node.isNumber()) {
      throw refuse("应为数");
    }
    return node.doubleValue();
  }

  /** A whole number within limits. */
  public int count(int least, int most) {
    if (!node.canConvertToInt() || !node.canConvertToExactIntegral()) {
      throw refuse("应为整数");
    }
    int value = node.intValue();
    if (value < least || value > most) {
      throw refuse("应在 " + least + " 至 " + most + " 之间，现为 " + value);
    }
    return value;
  }

  /** The whole number of a key, or the one given when it is absent. */
  public int count(String key, int otherwise, int least, int most) {
    Entry value = get(key);
    return value == null ? otherwise : value.count(least, most);
  }

  /** A share from 0 to 1. */
  public double share() {
    double value = number();
    if (!(value >= 0 && value <= 1)) {
      throw refuse("应在 0 至 1 之间，现为 " + node.asText());
    }
    return value;
  }

  public boolean truth(String key, boolean otherwise) {
    Entry value = get(key);
    if (value != null && !value.node.isBoolean()) {
      throw value.refuse("应为 true 或 false");
    }
    return value == null ? otherwise : value.node.booleanValue();
  }

  public Problem refuse(String what) {
    return Refusal.at(path.isEmpty() ? "情景文件" : path, what);
  }
}
