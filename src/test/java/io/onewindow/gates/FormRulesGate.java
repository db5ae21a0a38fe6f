package io.onewindow.gates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.desk.ConditionShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** A form asks only what the server can check again when a request comes past the screens. */
final class FormRulesGate {

  private static final Set<String> TYPES =
      Set.of(
          "text",
          "textfield",
          "textarea",
          "number",
          "select",
          "radio",
          "checkbox",
          "datetime",
          "group",
          "separator",
          "spacer");

  /** What {@code FormRules} knows how to check. */
  private static final Set<String> VALIDATIONS =
      Set.of("required", "minLength", "maxLength", "pattern", "min", "max");

  private final List<String> found = new ArrayList<>();

  private FormRulesGate() {}

  static List<String> violations(Path file, Surroundings known) {
    var rules = new FormRulesGate();
    JsonNode form = read(file);
    String slug = RepositoryFiles.slug(file);
    rules.expect(slug.equals(form.path("id").asText()), "the form's id is not the file's name");
    rules.expect(form.path("schemaVersion").isInt(), "no schemaVersion");
    rules.expect(known.isNameUnique(file), "another file has the same name");
    rules.expect(isUsed(slug, known), "no model shows this form");
    form.path("components").forEach(rules::component);
    return rules.found;
  }

  private void component(JsonNode component) {
    String id = component.path("id").asText();
    String type = component.path("type").asText();
    expect(TYPES.contains(type), id + ": a component of type " + type + " is not allowed");
    expect(!component.has("key") || hasLabel(component), id + ": no Chinese label");
    component.path("conditional").forEach(condition -> condition(id, condition.asText()));
    for (Iterator<String> rules = component.path("validate").fieldNames(); rules.hasNext(); ) {
      String rule = rules.next();
      expect(VALIDATIONS.contains(rule), id + ": the server does not check " + rule);
    }
    component.path("components").forEach(this::component);
  }

  private void condition(String id, String condition) {
    expect(ConditionShape.fits(condition), id + ": the server cannot read " + condition);
  }

  private static boolean hasLabel(JsonNode component) {
    return List.of("label", "dateLabel", "timeLabel").stream()
        .anyMatch(label -> Chinese.in(component.path(label).asText()));
  }

  private static boolean isUsed(String form, Surroundings known) {
    return known.processes().stream()
        .flatMap(process -> process.all(FlowNode.class).stream())
        .anyMatch(node -> form.equals(BpmnFile.camunda(node, "formRef")));
  }

  private void expect(boolean wellKept, String sentence) {
    if (!wellKept) {
      found.add(sentence);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }
}
