package io.onewindow.service.utility;

import io.onewindow.casefile.TableAnswers;
import io.onewindow.service.FormValues;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The simplified procedure for small connections, which only one plan offers. */
@Component
class SimplifiedProcedure {

  private static final String FIELD = "simplifiedProcedure";

  private final TableAnswers tables;

  SimplifiedProcedure(TableAnswers tables) {
    this.tables = tables;
  }

  /** Refuses to go that way where the jurisdiction's plan does not offer it. */
  void check(DelegateTask task, FormValues form) {
    if (form.is(FIELD, "yes") && !isOffered(task.getTenantId())) {
      form.refuse(FIELD, "是否小型接入工程、按简易程序审批", "本辖区方案没有简易审批程序，应选“否”；只有河口区推行（东河政发〔2021〕3号 二(四)3）");
    }
  }

  private boolean isOffered(String jurisdiction) {
    return !tables.of("water-gas-simplified", Map.of("jurisdiction", jurisdiction)).isEmpty();
  }
}
