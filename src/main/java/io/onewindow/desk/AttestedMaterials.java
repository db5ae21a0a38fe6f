package io.onewindow.desk;

import io.onewindow.casefile.material.Materials;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A clerk who concludes that an application is complete has seen every material of its list: what
 * the register still calls missing is entered as handed in, in the clerk's name. Where silence made
 * the application accepted nobody has seen anything, and the register stays as it is.
 */
@Component
class AttestedMaterials {

  private static final String COMPLETE = "complete";

  private final Materials materials;

  AttestedMaterials(Materials materials) {
    this.materials = materials;
  }

  @EventListener(condition = "#task.eventName == 'complete'")
  void concluded(DelegateTask task) {
    if (!task.getTaskDefinitionKey().equals(MaterialsCheck.TASK)
        || !COMPLETE.equals(task.getVariable(MaterialsCheck.DECISION))) {
      return;
    }
    String receiptNo = task.getExecution().getProcessBusinessKey();
    materials
        .missing(receiptNo)
        .forEach(one -> materials.submitPaper(receiptNo, one.materialId(), "窗口审查认定齐全"));
  }
}
