package io.onewindow.simulation.oracle;

import io.onewindow.simulation.Models;
import io.onewindow.simulation.model.ModelSource;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.model.ProgramReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCardinality;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A shipped model with all it calls, as it is but for what only the application knows: which way a
 * case goes is drawn, delegates do nothing, and of the listeners those that speak to the promise
 * clock are left. Every element, timer, border and join stays.
 */
final class Skeleton implements ModelSource {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String STEP_CHOSEN = "\\(execution, ?[^']*?\\? ?('[^']*') ?: ?'[^']*'";
  private static final List<String> UNUSED =
      List.of("formRef", "formRefBinding", "assignee", "asyncBefore", "resultVariable");

  private final Map<String, BpmnModelInstance> processes = new LinkedHashMap<>();

  /** By process: variables that say which flow of a gateway a case takes, with the flows. */
  private final Map<String, Map<String, List<String>>> ways = new LinkedHashMap<>();

  Skeleton(String service) {
    read(service);
  }

  Map<String, BpmnModelInstance> processes() {
    return processes;
  }

  Map<String, Map<String, List<String>>> ways() {
    return ways;
  }

  /** The process a node of the program stands in. */
  String processOf(Program program, Node node) {
    int slash = node.id().indexOf('/');
    if (slash > 0) {
      return node.id().substring(0, slash);
    }
    return processes.entrySet().stream()
        .filter(one -> one.getValue().getModelElementById(node.id()) != null)
        .filter(one -> program.node(one.getKey() + "/" + node.id()) == null)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Optional<byte[]> process(String id) {
    return Optional.ofNullable(processes.get(id))
        .map(one -> Bpmn.convertToString(one).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<byte[]> decision(String id) {
    return Models.SOURCE.decision(id);
  }

  @Override
  public Optional<byte[]> form(String id) {
    return Optional.empty();
  }

  private void read(String id) {
    if (processes.containsKey(id)) {
      return;
    }
    BpmnModelInstance model =
        ProgramReader.parse(Models.SOURCE.process(id).orElseThrow(), id).clone();
    processes.put(id, model);
    ways.put(id, new LinkedHashMap<>());
    listeners(model);
    tasks(model);
    times(model);
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      branches(id, node);
    }
    Set<String> called = new LinkedHashSet<>();
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      called.add(call.getCalledElement());
      call.removeAttributeNs(CAMUNDA, "calledElementBinding");
    }
    called.forEach(this::read);
  }

  private static void listeners(BpmnModelInstance model) {
    for (var one : all(model, CamundaExecutionListener.class)) {
      keepOrRemove(one, one.getCamundaExpression());
    }
    for (var one : all(model, CamundaTaskListener.class)) {
      keepOrRemove(one, one.getCamundaExpression());
    }
    all(model, CamundaOut.class).forEach(Skeleton::remove);
    all(model, CamundaInputOutput.class).forEach(Skeleton::remove);
    for (CamundaIn one : all(model, CamundaIn.class)) {
      if (one.getCamundaBusinessKey() == null) {
        remove(one);
      }
    }
  }

  /** What leaves time out of a clock the laboratory does not know: it refuses such a model. */
  private static void keepOrRemove(ModelElementInstance listener, String expression) {
    boolean speaksToTheClock =
        expression != null
            && expression.startsWith("${promiseClock.")
            && !expression.contains(".exclude")
            && !expression.contains(".include");
    if (speaksToTheClock) {
      listener.setAttributeValue("expression", plain(expression));
    } else {
      remove(listener);
    }
  }

  private static void tasks(BpmnModelInstance model) {
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      UNUSED.forEach(name -> task.removeAttributeNs(CAMUNDA, name));
      task.setCamundaCandidateGroups("desk");
      if (task.getCamundaDueDate() != null) {
        task.setCamundaDueDate(plain(task.getCamundaDueDate()));
      }
    }
    for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
      UNUSED.forEach(name -> task.removeAttributeNs(CAMUNDA, name));
      task.removeAttributeNs(CAMUNDA, "delegateExpression");
      task.setCamundaExpression("${true}");
    }
    for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
      UNUSED.forEach(name -> task.removeAttributeNs(CAMUNDA, name));
      task.removeAttributeNs(CAMUNDA, "decisionRef");
      task.removeAttributeNs(CAMUNDA, "mapDecisionResult");
      task.removeAttributeNs(CAMUNDA, "decisionRefBinding");
      task.setCamundaExpression("${true}");
    }
    for (var many : model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)) {
      many.removeAttributeNs(CAMUNDA, "collection");
      many.removeAttributeNs(CAMUNDA, "elementVariable");
      LoopCardinality two = model.newInstance(LoopCardinality.class);
      two.setTextContent("2");
      many.setLoopCardinality(two);
    }
  }

  private static void times(BpmnModelInstance model) {
    for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
      if (timer.getTimeDate() != null) {
        timer.getTimeDate().setTextContent(plain(timer.getTimeDate().getTextContent().strip()));
      }
    }
  }

  /** A step is named, and its clock starts now. */
  private static String plain(String expression) {
    return expression
        .replaceAll(STEP_CHOSEN, "(execution,$1")
        .replace("dutyStep", "'duty'")
        .replaceAll("Since\\(execution, ?('[^']*').*\\)\\s*}", "(execution,$1)}");
  }

  private void branches(String process, FlowNode node) {
    List<SequenceFlow> conditional =
        node.getOutgoing().stream().filter(flow -> flow.getConditionExpression() != null).toList();
    if (conditional.isEmpty()) {
      return;
    }
    String way = "way_" + node.getId();
    List<String> flows = new ArrayList<>();
    boolean one = node instanceof ExclusiveGateway;
    for (SequenceFlow flow : node.getOutgoing()) {
      flows.add(flow.getId());
      ConditionExpression condition = flow.getConditionExpression();
      if (condition != null) {
        String also = one ? "" : " || also_" + flow.getId() + " == '" + flow.getId() + "'";
        condition.setTextContent("${" + way + " == '" + flow.getId() + "'" + also + "}");
      }
    }
    ways.get(process).put(way, flows);
    if (!one) {
      conditional.forEach(
          flow -> ways.get(process).put("also_" + flow.getId(), List.of("no", flow.getId())));
    }
  }

  private static <T extends ModelElementInstance> List<T> all(
      BpmnModelInstance model, Class<T> type) {
    Collection<T> found = model.getModelElementsByType(type);
    return List.copyOf(found);
  }

  private static void remove(ModelElementInstance one) {
    one.getParentElement().removeChildElement(one);
  }
}
