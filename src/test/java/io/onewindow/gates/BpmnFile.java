package io.onewindow.gates;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import javax.xml.transform.dom.DOMSource;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Document;

/** A BPMN file as the rules look at it. */
record BpmnFile(Path path, BpmnModelInstance model) {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  /**
   * @throws org.camunda.bpm.model.xml.ModelException when it is no valid BPMN
   */
  static BpmnFile read(Path path) {
    BpmnModelInstance model = Bpmn.readModelFromFile(path.toFile());
    Bpmn.validateModel(model);
    return new BpmnFile(path, model);
  }

  String slug() {
    return RepositoryFiles.slug(path);
  }

  String folder() {
    return path.toAbsolutePath().getParent().getFileName().toString();
  }

  List<Process> executableProcesses() {
    return all(Process.class).stream().filter(Process::isExecutable).toList();
  }

  /** A process that services call and that has no limits of its own, only those of its caller. */
  boolean isSharedPart() {
    return all(CamundaProperty.class).stream()
        .anyMatch(property -> "sharedPart".equals(property.getCamundaName()));
  }

  <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return model.getModelElementsByType(type);
  }

  /** The XML itself, for rules about every attribute and every text. */
  Document xml() {
    return (Document) ((DOMSource) model.getDocument().getDomSource()).getNode();
  }

  static String camunda(ModelElementInstance element, String attribute) {
    return element.getAttributeValueNs(CAMUNDA, attribute);
  }

  /** The lines an element carries as documentation. */
  static String documentation(BaseElement element) {
    return element.getDocumentations().stream()
        .map(lines -> lines.getTextContent())
        .reduce("", String::concat);
  }
}
