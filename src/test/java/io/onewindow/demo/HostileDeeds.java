package io.onewindow.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.Supplements;
import io.onewindow.casefile.rating.Ratings;
import io.onewindow.demo.Actors.Actor;
import io.onewindow.desk.action.TaskActs;
import io.onewindow.fuzz.Nasty;
import io.onewindow.problem.Problem;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.PromiseClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.context.ApplicationContext;

/**
 * Before people fill in a form as it should be they write something nasty into one of its fields:
 * that is refused by the field's name, and the work stands as it stood, or it is kept as it is.
 */
final class HostileDeeds extends Deeds {

  private final FormService forms;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final RandomGenerator random;
  private final int tries;
  private final ObjectMapper json = new ObjectMapper();

  final List<String> wrong = new ArrayList<>();

  /** How often each form was tried, by its name. */
  final Map<String, Integer> tried = new TreeMap<>();

  int refused;
  int kept;
  int conflicts;

  /**
   * @param tries per form that is filled in
   */
  HostileDeeds(ApplicationContext beans, RandomGenerator random, int tries) {
    super(
        beans.getBean(Actors.class),
        beans.getBean(FormService.class),
        beans.getBean(TaskService.class),
        beans.getBean(RepositoryService.class),
        beans.getBean(TaskActs.class),
        beans.getBean(PromiseClock.class),
        beans.getBean(ClockActs.class),
        beans.getBean(Supplements.class),
        beans.getBean(Ratings.class),
        beans.getBean(CaseFile.class));
    this.forms = beans.getBean(FormService.class);
    this.runtime = beans.getBean(RuntimeService.class);
    this.history = beans.getBean(HistoryService.class);
    this.random = random;
    this.tries = tries;
  }

  @Override
  String start(Actor clerk, String definitionId, Map<String, Object> form) {
    JsonNode layout = layout(forms.getDeployedStartForm(definitionId));
    for (int i = 0; i < tries; i++) {
      String key = field(layout);
      Object value = value();
      long before = runtime.createProcessInstanceQuery().count();
      try {
        String receiptNo = super.start(clerk, definitionId, with(form, key, value));
        isKept(layout, receiptNo, key, value, form.containsKey(key));
        return receiptNo;
      } catch (RuntimeException refusal) {
        isRefused(layout, key, value, refusal);
        if (runtime.createProcessInstanceQuery().count() != before) {
          wrong.add(told(layout, key, value) + ": a refused case was begun");
        }
      }
    }
    return super.start(clerk, definitionId, form);
  }

  @Override
  public void complete(Actor person, String taskId, Map<String, Object> form) {
    JsonNode layout = layout(forms.getDeployedTaskForm(taskId));
    String receiptNo = receiptNo(taskId);
    for (int i = 0; i < tries && !form.isEmpty(); i++) {
      String key = field(layout);
      Object value = value();
      try {
        super.complete(person, taskId, with(form, key, value));
      } catch (RuntimeException refusal) {
        isRefused(layout, key, value, refusal);
        if (!exists(taskId)) {
          wrong.add(told(layout, key, value) + ": a refused task was closed");
        }
        continue;
      }
      isKept(layout, receiptNo, key, value, form.containsKey(key));
      return;
    }
    super.complete(person, taskId, form);
  }

  private String receiptNo(String taskId) {
    String root =
        history
            .createHistoricTaskInstanceQuery()
            .taskId(taskId)
            .singleResult()
            .getRootProcessInstanceId();
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceId(root)
        .singleResult()
        .getBusinessKey();
  }

  private void isRefused(JsonNode layout, String key, Object value, RuntimeException refusal) {
    Problem problem = Problem.in(refusal);
    if (problem == null) {
      wrong.add(told(layout, key, value) + ": " + refusal);
    } else if (problem.status() == 409) {
      // the case does not stand so that the task could be completed, whatever is in its form
      conflicts++;
    } else if (problem.code().equals("other-jurisdiction") && key.equals(CaseFile.JURISDICTION)) {
      refused++;
    } else if (problem.status() != 400 || problem.fields().isEmpty()) {
      wrong.add(told(layout, key, value) + ": " + problem.code() + " " + problem.getMessage());
    } else {
      refused++;
    }
  }

  /** Only what the form shows is asked for; what it hides may be left out. */
  private void isKept(
      JsonNode layout, String receiptNo, String key, Object value, boolean isShown) {
    kept++;
    List<HistoricVariableInstance> found =
        history.createHistoricVariableInstanceQuery().variableName(key).list().stream()
            .filter(one -> isOf(one, receiptNo))
            .toList();
    if (isShown && found.stream().noneMatch(one -> Objects.equals(one.getValue(), value))) {
      wrong.add(
          told(layout, key, value)
              + ": kept as "
              + found.stream().map(HistoricVariableInstance::getValue).toList());
    }
  }

  private boolean isOf(HistoricVariableInstance variable, String receiptNo) {
    return history
            .createHistoricProcessInstanceQuery()
            .processInstanceId(variable.getProcessInstanceId())
            .processInstanceBusinessKey(receiptNo)
            .count()
        > 0;
  }

  private JsonNode layout(InputStream form) {
    try (form) {
      JsonNode layout = json.readTree(form);
      tried.merge(layout.path("id").asText(), 1, Integer::sum);
      return layout;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String field(JsonNode layout) {
    List<String> keys = new ArrayList<>();
    collect(layout.path("components"), keys);
    return keys.isEmpty() ? "unasked" : keys.get(random.nextInt(keys.size()));
  }

  private static void collect(JsonNode components, List<String> keys) {
    for (JsonNode one : components) {
      if (one.has("components")) {
        collect(one.path("components"), keys);
      } else if (one.has("key") && !one.path("disabled").asBoolean()) {
        keys.add(one.path("key").asText());
      }
    }
  }

  private Object value() {
    return switch (random.nextInt(14)) {
      case 0 -> "x".repeat(1 << 20);
      case 1 -> Double.NaN;
      case 2 -> -1L;
      case 3 -> Boolean.TRUE;
      case 4 -> new ArrayList<>(List.of("x"));
      case 5 -> new HashMap<>(Map.of("x", "y"));
      default -> Nasty.text(random);
    };
  }

  private static Map<String, Object> with(Map<String, Object> form, String key, Object value) {
    Map<String, Object> changed = new HashMap<>(form);
    changed.put(key, value);
    return changed;
  }

  private static String told(JsonNode layout, String key, Object value) {
    String text = String.valueOf(value);
    return "%s.%s = %s"
        .formatted(layout.path("id").asText(), key, text.substring(0, Math.min(40, text.length())));
  }
}
