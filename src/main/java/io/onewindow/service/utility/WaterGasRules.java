package io.onewindow.service.utility;

import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What an application for water or gas must satisfy beyond the form's own rules. */
@Component
class WaterGasRules {

  private final DemandRules demand;

  WaterGasRules(DemandRules demand) {
    this.demand = demand;
  }

  List<Problem.Field> violations(VariableScope application, String jurisdiction) {
    FormValues form = new FormValues(application);
    Applicant.check(form, "builderCode");
    if (!form.is("supplyKind", "gas")) {
      demand.water(form, jurisdiction);
    }
    if (!form.is("supplyKind", "water")) {
      demand.gas(form, jurisdiction);
    }
    return form.refused();
  }
}
