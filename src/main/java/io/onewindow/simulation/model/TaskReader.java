package io.onewindow.simulation.model;

import io.onewindow.simulation.expression.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/** Reads what a node does: forms, groups, listeners, variables in and out. */
final class TaskReader {

  /** Commas, but not those between the arguments of an expression. */
  private static final String BETWEEN_GROUPS = ",(?![^{]*})";

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private TaskReader() {}

  static Work read(FlowNode element) {
    String id = element.getId();
    return new Work(
        element instanceof UserTask task ? groups(task) : List.of(),
        waitsForApplicant(element),
        element instanceof UserTask task ? optional(id, task.getCamundaDueDate()) : null,
        element instanceof UserTask task ? form(task) : null,
        delegate(element),
        element instanceof ServiceTask task ? optional(id, task.getCamundaExpression()) : null,
        element.getAttributeValueNs(CAMUNDA, "resultVariable"),
        element instanceof BusinessRuleTask task ? task.getCamundaDecisionRef() : null,
        resultForm(element),
        inputs(element),
        outputs(element),
        executionListeners(element, "start"),
        taskListeners(element, "complete"),
        executionListeners(element, "end"),
        reminders(element));
  }

  /** The same work with what a process does at its own start put first. */
  static Work listeners(Process process, Work ofStart) {
    List<Expression> first = new ArrayList<>(executionListeners(process, "start"));
    first.addAll(ofStart.atStart());
    return new Work(
        ofStart.groups(),
        ofStart.waitsForApplicant(),
        ofStart.due(),
        ofStart.formKey(),
        ofStart.delegate(),
        ofStart.expression(),
        ofStart.resultVariable(),
        ofStart.decision(),
        ofStart.resultForm(),
        ofStart.inputs(),
        ofStart.outputs(),
        first,
        ofStart.atCompletion(),
        ofStart.atEnd(),
        ofStart.reminders());
  }

  static List<Expression> executionListeners(BaseElement element, String event) {
    return extensions(element, CamundaExecutionListener.class).stream()
        .filter(one -> event.equals(one.getCamundaEvent()))
        .map(
            one ->
                call(
                    element.getId(),
                    one.getCamundaExpression(),
                    one.getCamundaDelegateExpression()))
        .toList();
  }

  private static List<Expression> taskListeners(BaseElement element, String event) {
    return extensions(element, CamundaTaskListener.class).stream()
        .filter(one -> event.equals(one.getCamundaEvent()))
        .map(
            one ->
                call(
                    element.getId(),
                    one.getCamundaExpression(),
                    one.getCamundaDelegateExpression()))
        .toList();
  }

  private static List<Reminder> reminders(BaseElement element) {
    return extensions(element, CamundaTaskListener.class).stream()
        .filter(one -> "timeout".equals(one.getCamundaEvent()))
        .map(
            one ->
                new Reminder(
                    one.getAttributeValue("id"),
                    EventReader.timer(
                        element.getId(),
                        one.getChildElementsByType(TimerEventDefinition.class).iterator().next()),
                    call(
                        element.getId(),
                        one.getCamundaExpression(),
                        one.getCamundaDelegateExpression())))
        .toList();
  }

  /** A bean named by a delegate expression is called by the name of its interface's method. */
  private static Expression call(String id, String expression, String delegate) {
    return Elements.expression(id, expression != null ? expression : notify(delegate));
  }

  private static String notify(String delegate) {
    return delegate == null ? "" : delegate.replace("}", ".notify()}");
  }

  private static String delegate(FlowNode element) {
    String text = element.getAttributeValueNs(CAMUNDA, "delegateExpression");
    String type = element.getAttributeValueNs(CAMUNDA, "class");
    return text == null ? type : text.replaceAll("[${}#\\s]", "");
  }

  private static List<String> groups(UserTask task) {
    String text = task.getCamundaCandidateGroups();
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(BETWEEN_GROUPS)).map(String::strip).toList();
  }

  private static String form(UserTask task) {
    return task.getCamundaFormRef() != null ? task.getCamundaFormRef() : task.getCamundaFormKey();
  }

  private static boolean waitsForApplicant(FlowNode element) {
    return extensions(element, CamundaProperties.class).stream()
        .flatMap(all -> all.getCamundaProperties().stream())
        .anyMatch(
            one ->
                "waitsFor".equals(one.getCamundaName())
                    && "applicant".equals(one.getCamundaValue()));
  }

  private static Work.ResultForm resultForm(FlowNode element) {
    String form =
        element instanceof BusinessRuleTask task ? task.getCamundaMapDecisionResult() : null;
    return switch (form == null ? "resultList" : form) {
      case "singleEntry" -> Work.ResultForm.SINGLE_ENTRY;
      case "singleResult" -> Work.ResultForm.SINGLE_RESULT;
      case "collectEntries" -> Work.ResultForm.COLLECT_ENTRIES;
      default -> Work.ResultForm.RESULT_LIST;
    };
  }

  private static List<Assignment> inputs(FlowNode element) {
    List<Assignment> all = new ArrayList<>(CallMappings.in(element));
    for (CamundaInputOutput io : extensions(element, CamundaInputOutput.class)) {
      for (CamundaInputParameter one : io.getCamundaInputParameters()) {
        all.add(assignment(element, one.getCamundaName(), one.getTextContent()));
      }
    }
    return all;
  }

  private static List<Assignment> outputs(FlowNode element) {
    List<Assignment> all = new ArrayList<>(CallMappings.out(element));
    for (CamundaInputOutput io : extensions(element, CamundaInputOutput.class)) {
      for (CamundaOutputParameter one : io.getCamundaOutputParameters()) {
        all.add(assignment(element, one.getCamundaName(), one.getTextContent()));
      }
    }
    return all;
  }

  private static Assignment assignment(FlowNode element, String name, String text) {
    return new Assignment(name, Elements.expression(element.getId(), text));
  }

  private static Expression optional(String id, String text) {
    return text == null || text.isBlank() ? null : Elements.expression(id, text);
  }

  static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> List<T> extensions(
      BaseElement element, Class<T> type) {
    return element.getExtensionElements() == null
        ? List.of()
        : List.copyOf(element.getExtensionElements().getElementsQuery().filterByType(type).list());
  }
}
