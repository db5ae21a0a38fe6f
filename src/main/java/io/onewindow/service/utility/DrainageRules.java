package io.onewindow.service.utility;

import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What an application for drainage must satisfy beyond the form's own rules. */
final class DrainageRules {

  private DrainageRules() {}

  static List<Problem.Field> violations(VariableScope application) {
    FormValues form = new FormValues(application);
    Applicant.check(form, "builderCode");
    demand(form);
    return form.refused();
  }

  /** What is to be drained; asked of an applicant, or of the survey of a joint application. */
  static void demand(FormValues form) {
    form.positive("drainagePipe", "接户管管径（毫米）");
    form.positive("dailyDischarge", "日排水量（立方米）");
  }
}
