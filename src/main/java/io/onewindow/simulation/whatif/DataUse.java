package io.onewindow.simulation.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.expression.Expression;
import io.onewindow.simulation.model.ModelSource;
import io.onewindow.simulation.scenario.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;

/** Which variables a task reads and writes: its form, its expressions, the scenario's outcomes. */
final class DataUse {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

  private final ModelSource source;
  private final ObjectNode scenario;

  DataUse(ModelSource source, ObjectNode scenario) {
    this.source = source;
    this.scenario = scenario;
  }

  /**
   * @param inOrder whether the tasks come one after the other, so that only what comes later than
   *     it is needed is missed
   */
  void refuseDependence(Entry edit, List<FlowNode> tasks, boolean inOrder) {
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = inOrder ? i + 1 : 0; j < tasks.size(); j++) {
        Set<String> needed = new TreeSet<>(reads(tasks.get(i)));
        needed.retainAll(writes(tasks.get(j)));
        if (i != j && !needed.isEmpty()) {
          throw edit.refuse(
              "任务 "
                  + tasks.get(i).getName()
                  + " 要用 "
                  + tasks.get(j).getName()
                  + " 写下的 "
                  + String.join("、", needed)
                  + "，不能"
                  + (inOrder ? "排在它前面" : "同时办理"));
        }
      }
    }
  }

  private Set<String> reads(FlowNode task) {
    Set<String> read = new HashSet<>();
    Matcher matcher = EXPRESSION.matcher(texts(task));
    while (matcher.find()) {
      read.addAll(Expression.parse(matcher.group()).variables());
    }
    fields(task, true, read);
    return read;
  }

  private Set<String> writes(FlowNode task) {
    Set<String> written = new HashSet<>();
    task.getModelInstance()
        .getModelElementsByType(CamundaOutputParameter.class)
        .forEach(
            one -> {
              if (task.equals(one.getParentElement().getParentElement().getParentElement())) {
                written.add(one.getCamundaName());
              }
            });
    String result =
        task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "resultVariable");
    if (result != null) {
      written.add(result);
    }
    scenario
        .path("approval")
        .path("outcomes")
        .path(task.getId())
        .fieldNames()
        .forEachRemaining(written::add);
    fields(task, false, written);
    return written;
  }

  private static String texts(FlowNode task) {
    StringBuilder all = new StringBuilder(task.getRawTextContent());
    if (task instanceof UserTask user && user.getCamundaDueDate() != null) {
      all.append(user.getCamundaDueDate());
    }
    return all.toString();
  }

  private void fields(FlowNode task, boolean shown, Set<String> found) {
    String form = task instanceof UserTask user ? user.getCamundaFormRef() : null;
    if (form == null) {
      return;
    }
    source
        .form(form)
        .ifPresent(
            text -> {
              try {
                fields(new ObjectMapper().readTree(text), shown, found);
              } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
              }
            });
  }

  private static void fields(JsonNode component, boolean shown, Set<String> found) {
    boolean fixed =
        component.path("disabled").asBoolean() || component.path("readonly").asBoolean();
    if (component.has("key") && fixed == shown) {
      found.add(component.get("key").asText());
    }
    component.path("components").forEach(one -> fields(one, shown, found));
  }

  /** The scenario speaks of an element that is gone no longer. */
  void forget(String element) {
    for (String section : List.of("durations", "outcomes")) {
      if (scenario.path("approval").path(section) instanceof ObjectNode entries) {
        entries.remove(element);
      }
    }
    drop("task_resource_distribution", "task_id", element);
    drop("event_distribution", "event_id", element);
    drop("gateway_branching_probabilities", "gateway_id", element);
  }

  private void drop(String section, String key, String element) {
    if (scenario.path(section) instanceof ArrayNode rows) {
      for (Iterator<JsonNode> all = rows.iterator(); all.hasNext(); ) {
        if (all.next().path(key).asText().equals(element)) {
          all.remove();
        }
      }
    }
  }
}
