package io.onewindow.laboratory.history;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.laboratory.history.Past.Arrived;
import io.onewindow.laboratory.history.Past.Step;
import io.onewindow.laboratory.history.Past.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The open cases as a scenario's {@code approval.openCases}: when each was received, what was done
 * and decided since. Nobody's name, number or words are in it.
 */
final class OpenWork {

  /** The engine writes a task's end and its variables one after the other. */
  private static final Duration SAME_INSTANT = Duration.ofSeconds(2);

  private final Instant now;
  private final List<Arrived> open;
  private final Map<String, List<Step>> done;
  private final Map<String, List<Value>> values;

  /**
   * @param most the latest so many are taken
   */
  OpenWork(Past past, Instant now, int most) {
    this.now = now;
    List<Arrived> all =
        past.cases().stream()
            .filter(Arrived::isOpen)
            .filter(one -> one.receivedAt().isBefore(now))
            .toList();
    this.open = all.subList(Math.max(0, all.size() - most), all.size());
    this.done =
        past.steps().stream()
            .filter(Step::isCompleted)
            .sorted(Comparator.comparing(Step::endedAt))
            .collect(groupingBy(Step::receiptNo));
    this.values = past.values().stream().collect(groupingBy(Value::receiptNo));
  }

  int count() {
    return open.size();
  }

  /** When the first of them was received; now when there is none. */
  Instant from() {
    return open.isEmpty() ? now.minusSeconds(1) : open.get(0).receivedAt();
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("now", text(now));
    ArrayNode cases = json.putArray("cases");
    for (Arrived one : open) {
      ObjectNode each = cases.addObject().put("receivedAt", text(one.receivedAt()));
      List<Value> own = values.getOrDefault(one.receiptNo(), List.of());
      own.stream()
          .filter(value -> value.element().isEmpty())
          .forEach(value -> put(each.withObject("/values"), value));
      for (Step step : done.getOrDefault(one.receiptNo(), List.of())) {
        ObjectNode was =
            each.withArray("/done")
                .addObject()
                .put("element", step.element())
                .put("endedAt", text(step.endedAt()));
        own.stream()
            .filter(value -> isOf(value, step))
            .forEach(value -> put(was.withObject("/values"), value));
      }
    }
    return json;
  }

  private static boolean isOf(Value value, Step step) {
    return value.element().equals(step.element())
        && !value.at().isBefore(step.startedAt())
        && !value.at().isAfter(step.endedAt().plus(SAME_INSTANT));
  }

  private static void put(ObjectNode values, Value value) {
    switch (value.text()) {
      case "true", "false" -> values.put(value.variable(), Boolean.parseBoolean(value.text()));
      default -> values.put(value.variable(), value.text());
    }
  }

  private static String text(Instant instant) {
    return instant.toString();
  }
}
