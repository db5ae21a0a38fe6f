package io.onewindow.simulation.whatif;

import io.onewindow.simulation.model.ModelSource;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.scenario.Entry;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Finds another version of the model. */
final class ModelVersions {

  private ModelVersions() {}

  static BpmnModelInstance read(Entry edit, ModelSource source) {
    Entry file = edit.only(Set.of("edit", "file")).need("file");
    String name = file.text().replaceFirst("\\.bpmn$", "");
    byte[] bpmn =
        source.process(name).orElseThrow(() -> file.refuse("找不到模型 " + name + ".bpmn，请放在同一目录"));
    return ProgramReader.parse(bpmn, file.text());
  }
}
