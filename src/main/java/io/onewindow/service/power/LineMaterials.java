package io.onewindow.service.power;

import io.onewindow.casefile.material.Material;
import io.onewindow.casefile.material.Materials;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * A certificate stands on the plans whose numbers the commitment names: they are entered in the
 * case's register as handed in before it is issued, so that nothing is missing under a certificate.
 */
@Component
class LineMaterials {

  /**
   * Materials of the table {@code material-list}, and the commitment's fields with their numbers.
   */
  private static final Map<String, String> NUMBERS =
      Map.of("construction-plan", "constructionPlanNo", "traffic-plan", "trafficPlanNo");

  private final Materials materials;

  LineMaterials(Materials materials) {
    this.materials = materials;
  }

  /** Enters what the commitment names; a case whose list has none of it is left alone. */
  void enter(DelegateExecution execution) {
    String receiptNo = execution.getProcessBusinessKey();
    for (Material missing : materials.missing(receiptNo)) {
      String field = NUMBERS.get(missing.materialId());
      Object number = field == null ? null : execution.getVariable(field);
      if (number != null) {
        materials.submitPaper(receiptNo, missing.materialId(), "告知承诺登记的编号 " + number);
      }
    }
  }
}
