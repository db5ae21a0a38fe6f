package io.onewindow.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.engine.CalledPart;
import io.onewindow.engine.ConfidentialVariable;
import io.onewindow.engine.EngineSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/** What the applicant filled in, as one text, for the tasks that every service shares. */
@Component("application")
public class ApplicationSummary {

  /** What a text variable of the engine can hold. */
  private static final int LONGEST = 4000;

  private static final String CUT = "\n……（内容较长，其余见申请表原件）";

  private final DeployedForms forms;

  private final Map<String, ConfidentialVariable> confidential;

  ApplicationSummary(DeployedForms forms, EngineSettings settings) {
    this.forms = forms;
    this.confidential =
        settings.confidentialVariables().stream()
            .collect(Collectors.toMap(ConfidentialVariable::name, Function.identity()));
  }

  /**
   * The filled-in fields of the case's start form, one a line, in the form's own words and order.
   *
   * @return empty when the case began without a form
   */
  public String summary(DelegateExecution execution) {
    DelegateExecution theCase = CalledPart.caseOf(execution);
    List<String> lines = new ArrayList<>();
    theCase.getBpmnModelInstance().getModelElementsByType(StartEvent.class).stream()
        .filter(start -> start.getCamundaFormRef() != null)
        .map(start -> forms.form(theCase.getProcessDefinitionId(), start.getCamundaFormRef()))
        .forEach(form -> add(form.path("components"), theCase, lines));
    String text = String.join("\n", lines);
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, shortened(text))) + CUT;
  }

  private static int shortened(String text) {
    int most = LONGEST - CUT.length();
    int whole = Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    return text.codePointCount(0, whole);
  }

  private void add(JsonNode components, DelegateExecution theCase, List<String> lines) {
    for (JsonNode component : components) {
      boolean hidden =
          Condition.hides(component.at("/conditional/hide").asText(null), theCase::getVariable);
      if (hidden) {
        continue;
      }
      add(component.path("components"), theCase, lines);
      Object value =
          component.has("key") ? theCase.getVariable(component.path("key").asText()) : null;
      if (value != null && !value.toString().isBlank()) {
        lines.add(label(component) + "：" + words(component, value));
      }
    }
  }

  private static String label(JsonNode field) {
    return field.path("label").asText(field.path("dateLabel").asText());
  }

  /** What names or reaches a person is not for every officer's eyes, whichever field it is in. */
  private String words(JsonNode field, Object value) {
    ConfidentialVariable named = confidential.get(field.path("key").asText());
    if (named != null) {
      return named.masked(value.toString());
    }
    if (IdDocument.RESIDENT.isValid(value.toString())) {
      return ConfidentialVariable.Kind.ID_NUMBER.mask(value.toString());
    }
    if (value instanceof Boolean yes) {
      return yes ? "是" : "否";
    }
    return StreamSupport.stream(field.path("values").spliterator(), false)
        .filter(option -> option.path("value").asText().equals(value.toString()))
        .map(option -> option.path("label").asText())
        .findFirst()
        .orElseGet(value::toString);
  }
}
