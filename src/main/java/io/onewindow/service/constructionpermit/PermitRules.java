package io.onewindow.service.constructionpermit;

import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What an application for a construction permit must satisfy beyond the form's own rules. */
@Component
class PermitRules {

  private final PermitDecisions decisions;
  private final StageRules stages;
  private final Clock time;

  PermitRules(PermitDecisions decisions, StageRules stages, Clock time) {
    this.decisions = decisions;
    this.stages = stages;
    this.time = time;
  }

  List<Problem.Field> violations(VariableScope application, String jurisdiction) {
    FormValues form = new FormValues(application);
    Works works = new Works(application);
    form.applicantId();
    form.creditCode("builderCode", "统一社会信用代码");
    form.creditCodeIfAny("surveyorCode", "勘察单位信用代码");
    form.creditCodeIfAny("designerCode", "设计单位信用代码");
    form.creditCodeIfAny("supervisorOfWorksCode", "监理单位信用代码");
    PermitDecisions.Exemption exemption = size(form, works, jurisdiction);
    boolean claimed = works.claimsExemption();
    if (claimed && exemption != null && exemption.answer().equals("required")) {
      form.refuse("exemptionClaimed", "按限额规定不办施工许可证", aboveTheLimit(form, exemption));
    }
    if (!claimed || exemption != null && exemption.answer().equals("officer")) {
      permitted(form, works, jurisdiction);
    }
    return form.refused();
  }

  /** Null where the size is not in order and nothing can be asked about it. */
  private PermitDecisions.Exemption size(FormValues form, Works works, String jurisdiction) {
    Optional<BigDecimal> investment = form.positive("investment", "工程投资额（万元）");
    boolean hasArea = form.is("worksKind", "building") || !form.text("floorArea").isEmpty();
    Optional<BigDecimal> area =
        hasArea ? form.positive("floorArea", "建筑面积（平方米）") : Optional.empty();
    return investment.isEmpty() || hasArea && area.isEmpty()
        ? null
        : decisions.exemption(jurisdiction, works.investment(), works.builtArea());
  }

  private static String aboveTheLimit(FormValues form, PermitDecisions.Exemption exemption) {
    String area = form.text("floorArea");
    return "应为“否”：工程投资额 "
        + form.text("investment")
        + " 万元"
        + (area.isEmpty() ? "，没有建筑面积" : "、建筑面积 " + area + " 平方米")
        + "，不在限额之内（"
        + exemption.limits()
        + "），应当办理施工许可证（"
        + exemption.clause()
        + "）";
  }

  /** What only an application for a permit needs to show. */
  private void permitted(FormValues form, Works works, String jurisdiction) {
    form.present("contractorName", "施工总承包单位");
    form.creditCode("contractorCode", "总承包单位信用代码");
    form.present("drawingReviewNo", "施工图审查合格书编号");
    dates(form);
    stages.check(form, works, jurisdiction);
    if (works.isRelocated()) {
      form.positive("relocationArea", "易地建设面积（平方米）");
    }
  }

  private void dates(FormValues form) {
    Optional<LocalDate> start = form.day("plannedStart", "计划开工日期");
    Optional<LocalDate> end = form.day("plannedEnd", "计划竣工日期");
    start
        .filter(day -> day.isBefore(LocalDate.now(time)))
        .ifPresent(
            day -> form.refuse("plannedStart", "计划开工日期", "不得早于今天：建筑工程开工前应当申请领取施工许可证（《建筑法》第七条）"));
    if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
      form.refuse("plannedEnd", "计划竣工日期", "应晚于计划开工日期 " + start.get());
    }
  }
}
