package io.onewindow.service.utility;

import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What an application for drainage must satisfy beyond the form's own rules. */
@Component
class DrainageRules {

  private final DemandRules demand;

  DrainageRules(DemandRules demand) {
    this.demand = demand;
  }

  List<Problem.Field> violations(VariableScope application, String jurisdiction) {
    FormValues form = new FormValues(application);
    Applicant.check(form, "builderCode");
    demand.drains(form, jurisdiction);
    return form.refused();
  }
}
