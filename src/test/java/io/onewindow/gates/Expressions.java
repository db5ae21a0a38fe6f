package io.onewindow.gates;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Every expression of a model, wherever it stands: in an attribute or as the text of an element.
 */
final class Expressions {

  /**
   * @param owner id of the flow element or process that carries it
   */
  record Found(String owner, String text) {}

  private final BpmnModelInstance model;
  private final List<Found> found = new ArrayList<>();

  private Expressions(BpmnModelInstance model) {
    this.model = model;
  }

  static List<Found> of(BpmnFile file) {
    var expressions = new Expressions(file.model());
    expressions.walk(file.xml().getDocumentElement(), "");
    return expressions.found;
  }

  private void walk(Element element, String outer) {
    String owner = ownerOr(element, outer);
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      keep(owner, attributes.item(i).getNodeValue());
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        walk(inner, owner);
      } else {
        keep(owner, child.getNodeValue());
      }
    }
  }

  private String ownerOr(Element element, String outer) {
    String id = element.getAttribute("id");
    ModelElementInstance known = id.isEmpty() ? null : model.getModelElementById(id);
    return known instanceof FlowElement || known instanceof Process ? id : outer;
  }

  private void keep(String owner, String text) {
    if (text != null && (text.contains("${") || text.contains("#{"))) {
      found.add(new Found(owner, text.strip()));
    }
  }
}
