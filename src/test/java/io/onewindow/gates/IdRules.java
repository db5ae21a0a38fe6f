package io.onewindow.gates;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Collaboration;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Ids say what a thing is and what it means; history and tests live by them. */
final class IdRules {

  /**
   * What Modeler gives to an element nobody named, e.g. {@code Activity_0k3f9xq}: 32 random bits,
   * which always hold a digit. A word of seven letters is no such id.
   */
  private static final Pattern GENERATED = Pattern.compile("_(?=[a-z]*[0-9])[0-9a-z]{7}(_di)?$");

  private static final Map<String, String> IRREGULAR =
      Map.of(
          "intermediateThrowEvent", "event_",
          "intermediateCatchEvent", "event_",
          "sequenceFlow", "flow_",
          "transaction", "subProcess_");

  private IdRules() {}

  static Stream<String> violations(BpmnFile file, Surroundings known) {
    Stream<String> prefixes =
        Stream.of(
                FlowNode.class,
                SequenceFlow.class,
                Lane.class,
                Participant.class,
                Collaboration.class,
                Message.class,
                Signal.class,
                Error.class,
                Escalation.class)
            .flatMap(type -> file.all(type).stream())
            .map(IdRules::prefix);
    return Stream.concat(prefixes, generated(file)).filter(sentence -> sentence != null);
  }

  private static String prefix(BaseElement element) {
    String type = element.getElementType().getTypeName();
    String prefix =
        type.endsWith("Gateway") ? "gateway_" : IRREGULAR.getOrDefault(type, type + "_");
    String id = element.getId();
    return Violations.unless(
        id != null && id.matches(prefix + "[a-z][A-Za-z0-9]*"),
        id + ": the id of a " + type + " is written " + prefix + "camelCase");
  }

  private static Stream<String> generated(BpmnFile file) {
    NodeList elements = file.xml().getElementsByTagName("*");
    return IntStream.range(0, elements.getLength())
        .mapToObj(i -> ((Element) elements.item(i)).getAttribute("id"))
        .filter(id -> GENERATED.matcher(id).find())
        .map(id -> id + ": a generated id");
  }
}
