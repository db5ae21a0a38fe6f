package io.onewindow.service.utility;

import io.onewindow.casefile.CaseFile;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.power.PowerDemand;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What an opinion of the joint survey must satisfy beyond the form's own rules. */
@Component
class SurveyRules {

  private final DemandRules demand;
  private final PowerDemand power;
  private final CaseFile caseFile;

  SurveyRules(DemandRules demand, PowerDemand power, CaseFile caseFile) {
    this.demand = demand;
    this.power = power;
    this.caseFile = caseFile;
  }

  /** What the called services will ask is asked here by the same rules, so that none can refuse. */
  List<Problem.Field> violations(DelegateTask task, FormValues form) {
    List<Problem.Field> refused = new ArrayList<>();
    String place = task.getTenantId();
    switch (Utility.of(task.getVariable("utility"))) {
      case WATER -> demand.water(form, place);
      case GAS -> demand.gas(form, place);
      case DRAINAGE -> demand.drains(form, place);
      case HEAT -> demand.heat(form, place);
      case TELECOM -> demand.telecom(form, place);
      case POWER -> refused.addAll(power(task, form, place));
    }
    refused.addAll(form.refused());
    if (form.is("surveyResult", "problems")) {
      caseFile.refuseSecondNotice(task.getExecution().getProcessBusinessKey());
    }
    return refused;
  }

  private List<Problem.Field> power(DelegateTask task, FormValues form, String place) {
    if (!form.is("voltage", "low") && form.text("creditCode").isEmpty()) {
      form.refuse("voltage", "供电电压", "应为低压：高压用电由企业申请，须有统一社会信用代码（系统规则）");
      return List.of();
    }
    List<Problem.Field> refused = new ArrayList<>(power.violations(task, place));
    if (form.is(Utility.POWER.lineVariable(), "yes")) {
      if (form.is("voltage", "low") && form.is("worksNeeded", "no")) {
        form.refuse(
            Utility.POWER.lineVariable(),
            "供电是否需要外线工程",
            "应为不需要：无工程的低压用户直接装表接电（聊政办字〔2022〕13号 二(三)35）");
      }
      refused.addAll(power.lineViolations(task, place));
    }
    return refused;
  }
}
