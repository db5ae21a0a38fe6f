package io.onewindow.service.utility;

import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What a joint application must satisfy beyond the form's own rules. */
@Component
class JointRules {

  private final UtilityScope scope;
  private final Clock time;

  JointRules(UtilityScope scope, Clock time) {
    this.scope = scope;
    this.time = time;
  }

  List<Problem.Field> violations(VariableScope application, String jurisdiction) {
    FormValues form = new FormValues(application);
    Applicant.check(form, "builderCode");
    if (SingleForm.is(form.text(SingleForm.VARIABLE))) {
      singleForm(form, jurisdiction);
    }
    if (form.is("offer", "choice")) {
      choice(application, form, jurisdiction);
    }
    return form.refused();
  }

  private void singleForm(FormValues form, String jurisdiction) {
    String rule =
        "设计方案确定后、办理施工许可前通过工程审批系统提交的，才无需单独申请（" + scope.singleFormClause(jurisdiction) + "）";
    LocalDate today = LocalDate.now(time);
    form.day("designFixedOn", "设计方案确定日期")
        .filter(day -> day.isAfter(today))
        .ifPresent(day -> form.refuse("designFixedOn", "设计方案确定日期", "应不晚于今天 " + today + "：" + rule));
    if (form.text("builderCode").isEmpty()) {
      form.refuse("builderCode", "统一社会信用代码", "工程审批系统推送的项目应填写建设单位的代码；个人用户请改为单独申请（系统规则）");
    }
    if (form.is("permitIssued", "yes")) {
      form.refuse("permitIssued", "是否已办理施工许可", "已经办理的，请改为单独申请：" + rule);
    }
  }

  private void choice(VariableScope application, FormValues form, String jurisdiction) {
    List<Utility> wanted = wanted(application);
    if (wanted.isEmpty()) {
      form.refuse(
          Utility.WATER.wish(),
          Utility.WATER.label(),
          "点单式至少选一种（" + scope.clause(Utility.WATER, jurisdiction) + "）");
    }
    String singleForm = form.text(SingleForm.VARIABLE);
    wanted.stream()
        .filter(utility -> !scope.holds(utility, jurisdiction, singleForm))
        .forEach(
            utility ->
                form.refuse(
                    utility.wish(),
                    utility.label(),
                    "本辖区联合报装不含"
                        + utility.label()
                        + "：未纳入“一张表单”的，请单独申请（"
                        + scope.clause(utility, jurisdiction)
                        + "）"));
  }

  /** What an application à la carte (点单) ticks. */
  static List<Utility> wanted(VariableScope application) {
    return Arrays.stream(Utility.values())
        .filter(utility -> Boolean.TRUE.equals(application.getVariable(utility.wish())))
        .toList();
  }
}
