package io.onewindow.service.municipalfacilitypermit;

import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What an application for the permit must satisfy beyond the form's own rules. */
@Component("municipalFacilityApplicationRules")
class ApplicationRules {

  private static final String AS_APPROVED = "须按批准的位置、面积、期限挖掘、占用（《城市道路管理条例》第三十六条）";

  private final MergedMatters merged;
  private final Clock time;

  ApplicationRules(MergedMatters merged, Clock time) {
    this.merged = merged;
    this.time = time;
  }

  List<Problem.Field> violations(VariableScope application, String jurisdiction) {
    FormValues form = new FormValues(application);
    form.applicantId();
    if (!UnifiedSocialCreditCode.isValid(form.text("builderCode"))) {
      form.refuse("builderCode", "统一社会信用代码", "校验不通过，请核对18位代码");
    }
    if (PermitMatters.asked(application).isEmpty()) {
      form.refuse(
          "roadExcavation", "涉及的审批", "至少选一项：各类审批已合并为一个事项（" + merged.clause(jurisdiction) + "）");
    }
    Optional<LocalDate> start = start(form);
    Optional<LocalDate> end = form.day("plannedEnd", "计划完工日期");
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      form.refuse("plannedEnd", "计划完工日期", "应不早于计划开工日期 " + start.get());
    }
    planChange(form, jurisdiction);
    measures(form, merged.commitmentWorks(jurisdiction));
    return form.refused();
  }

  /** What a calling service must hand in. */
  List<Problem.Field> worksViolations(VariableScope handed, String jurisdiction) {
    FormValues form = new FormValues(handed);
    if (form.text("projectName").isEmpty()) {
      form.refuse("projectName", "工程名称", "为必填项");
    }
    if (form.text("worksAddress").isEmpty()) {
      form.refuse("worksAddress", "施工地点", "为必填项");
    }
    List<String> ids = PermitMatters.ids(handed);
    List<String> known = merged.ids(jurisdiction);
    if (ids.isEmpty() || !known.containsAll(ids)) {
      form.refuse(
          MunicipalFacilityPermit.MATTERS,
          "涉及的审批",
          "应为 "
              + String.join("、", known)
              + " 中的一项或几项，用英文逗号分隔（"
              + merged.clause(jurisdiction)
              + "）");
    }
    start(form);
    return form.refused();
  }

  private Optional<LocalDate> start(FormValues form) {
    Optional<LocalDate> start = form.day("plannedStart", "计划开工日期");
    LocalDate today = LocalDate.now(time);
    if (start.isPresent() && start.get().isBefore(today)) {
      form.refuse(
          "plannedStart", "计划开工日期", "应不早于今天 " + today + "：经批准方可施工（《城市道路管理条例》第三十三条、《城市绿化条例》第二十条）");
    }
    return start;
  }

  /** Only one plan merged it, and no plan lets one pledge for it. */
  private void planChange(FormValues form, String jurisdiction) {
    if (!asks(form, PermitMatter.GREEN_PLAN_CHANGE)) {
      return;
    }
    if (merged.of(jurisdiction, PermitMatter.GREEN_PLAN_CHANGE.id()).isEmpty()) {
      form.refuse(
          PermitMatter.GREEN_PLAN_CHANGE.field(),
          "改变绿化规划、绿化用地的使用性质审批",
          "应为不涉及：本辖区方案没有并入，请另行申请（" + merged.clause(jurisdiction) + "）");
    } else if (form.is("commitmentRequested", "yes")) {
      form.refuse(
          "commitmentRequested",
          "是否申请告知承诺",
          "应为否：改变绿化规划不属于" + merged.commitmentWorks(jurisdiction));
    }
  }

  private static void measures(FormValues form, String commitmentWorks) {
    if (asks(form, PermitMatter.ROAD_EXCAVATION)) {
      form.positive("excavationLength", "挖掘、占用长度（米）", AS_APPROVED);
      form.positive("excavationWidth", "挖掘、占用宽度（米）", AS_APPROVED);
    }
    if (asks(form, PermitMatter.GREENERY_CHANGE)) {
      Optional<BigDecimal> area = notNegative(form, "greenArea", "占用绿地面积（平方米）");
      Optional<BigDecimal> trees = notNegative(form, "treeCount", "砍伐、移植树木（株）");
      if (area.isPresent() && trees.isPresent() && area.get().add(trees.get()).signum() == 0) {
        form.refuse("greenArea", "占用绿地面积（平方米）", "与树木株数不能都为0：选择了绿地、树木审批（《城市绿化条例》第十九条、第二十条）");
      }
    }
    if (form.is("commitmentRequested", "yes")) {
      form.positive("routeLength", "管线长度（米）", "告知承诺适用于" + commitmentWorks);
    }
  }

  private static boolean asks(FormValues form, PermitMatter matter) {
    return PermitMatter.isAsked(form.text(matter.field()));
  }

  private static Optional<BigDecimal> notNegative(FormValues form, String key, String label) {
    String text = form.text(key);
    if (text.matches("\\d{1,9}(\\.\\d{1,3})?")) {
      return Optional.of(new BigDecimal(text));
    }
    form.refuse(key, label, "应为不小于0的数，例如 12.5");
    return Optional.empty();
  }
}
