package io.onewindow.desk;

import io.onewindow.casefile.material.Material;
import io.onewindow.casefile.material.Materials;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes in the register that what was committed to or deferred has come in. */
@Component("closeDutyDelegate")
class CloseDutyDelegate implements JavaDelegate {

  private final Materials materials;

  CloseDutyDelegate(Materials materials) {
    this.materials = materials;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String receiptNo = execution.getProcessBusinessKey();
    execution.setVariable(MaterialDuties.CLOSED, true);
    Object materialId = execution.getVariable(MaterialDuties.MATERIAL);
    materials.list(receiptNo).stream()
        .filter(material -> material.materialId().equals(materialId))
        .filter(Material::isOutstanding)
        .forEach(
            material ->
                materials.fulfil(
                    receiptNo, material.materialId(), (String) execution.getVariable("dutyNote")));
  }
}
