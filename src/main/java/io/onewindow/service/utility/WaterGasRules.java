package io.onewindow.service.utility;

import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What an application for water or gas must satisfy beyond the form's own rules. */
final class WaterGasRules {

  private WaterGasRules() {}

  static List<Problem.Field> violations(VariableScope application) {
    FormValues form = new FormValues(application);
    Applicant.check(form, "builderCode");
    if (!form.is("supplyKind", "gas")) {
      water(form);
    }
    if (!form.is("supplyKind", "water")) {
      gas(form);
    }
    return form.refused();
  }

  /** How much water; asked of an applicant, or of the survey of a joint application. */
  static void water(FormValues form) {
    form.positive("waterPipe", "进户水管管径（毫米）");
    form.positive("dailyWater", "日用水量（立方米）");
  }

  /** How much gas. */
  static void gas(FormValues form) {
    form.positive("gasFlow", "小时最大用气量（立方米）");
  }
}
