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

  private static final String MERGED = "莘政发〔2021〕28号 附件二(八)、聊政发〔2021〕7号 附件二(八)等";

  private static final String AS_APPROVED = "须按批准的位置、面积、期限挖掘、占用（《城市道路管理条例》第三十六条）";

  private final Clock time;

  ApplicationRules(Clock time) {
    this.time = time;
  }

  List<Problem.Field> violations(VariableScope application) {
    FormValues form = new FormValues(application);
    form.applicantId();
    if (!UnifiedSocialCreditCode.isValid(form.text("builderCode"))) {
      form.refuse("builderCode", "统一社会信用代码", "校验不通过，请核对18位代码");
    }
    if (PermitMatters.asked(application).isEmpty()) {
      form.refuse("roadExcavation", "涉及的审批", "三类审批至少选一项：三类已合并为一个事项（" + MERGED + "）");
    }
    Optional<LocalDate> start = start(form);
    Optional<LocalDate> end = form.day("plannedEnd", "计划完工日期");
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      form.refuse("plannedEnd", "计划完工日期", "应不早于计划开工日期 " + start.get());
    }
    measures(form);
    return form.refused();
  }

  /** What a calling service must hand in. */
  List<Problem.Field> worksViolations(VariableScope handed) {
    FormValues form = new FormValues(handed);
    if (form.text("projectName").isEmpty()) {
      form.refuse("projectName", "工程名称", "为必填项");
    }
    if (form.text("worksAddress").isEmpty()) {
      form.refuse("worksAddress", "施工地点", "为必填项");
    }
    List<String> ids = PermitMatters.ids(handed);
    if (ids.isEmpty() || !PermitMatter.ids().containsAll(ids)) {
      form.refuse(
          MunicipalFacilityPermit.MATTERS,
          "涉及的审批",
          "应为 " + String.join("、", PermitMatter.ids()) + " 中的一项或几项，用英文逗号分隔（" + MERGED + "）");
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

  private static void measures(FormValues form) {
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
      form.positive("routeLength", "管线长度（米）");
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
