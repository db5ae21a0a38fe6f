package io.onewindow.service.municipalfacilitypermit;

import io.onewindow.desk.ResidentIdNumber;
import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.problem.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What an application for the permit must satisfy beyond the form's own rules. */
@Component("municipalFacilityApplicationRules")
class ApplicationRules {

  private static final String MERGED = "莘政发〔2021〕28号 附件二(八)、聊政发〔2021〕7号 附件二(八)等";

  private final Clock time;

  ApplicationRules(Clock time) {
    this.time = time;
  }

  List<Problem.Field> violations(VariableScope form) {
    List<Problem.Field> refused = new ArrayList<>();
    if (!ResidentIdNumber.isValid(text(form, "applicantIdNo"))) {
      refused.add(new Problem.Field("applicantIdNo", "居民身份证号码", "校验不通过，请核对18位号码（末位X须大写）"));
    }
    if (!UnifiedSocialCreditCode.isValid(text(form, "builderCode"))) {
      refused.add(new Problem.Field("builderCode", "统一社会信用代码", "校验不通过，请核对18位代码"));
    }
    if (PermitMatters.asked(form).isEmpty()) {
      refused.add(
          new Problem.Field("roadExcavation", "涉及的审批", "三类审批至少选一项：三类已合并为一个事项（" + MERGED + "）"));
    }
    LocalDate start = start(form, refused);
    LocalDate end = date(form, "plannedEnd", "计划完工日期", refused);
    if (start != null && end != null && end.isBefore(start)) {
      refused.add(new Problem.Field("plannedEnd", "计划完工日期", "应不早于计划开工日期 " + start));
    }
    measures(form, refused);
    return refused;
  }

  /** What a calling service must hand in. */
  List<Problem.Field> worksViolations(VariableScope handed) {
    List<Problem.Field> refused = new ArrayList<>();
    if (text(handed, "projectName").isEmpty()) {
      refused.add(new Problem.Field("projectName", "工程名称", "为必填项"));
    }
    if (text(handed, "worksAddress").isEmpty()) {
      refused.add(new Problem.Field("worksAddress", "施工地点", "为必填项"));
    }
    List<String> ids = PermitMatters.ids(handed);
    if (ids.isEmpty() || !PermitMatter.ids().containsAll(ids)) {
      refused.add(
          new Problem.Field(
              MunicipalFacilityPermit.MATTERS,
              "涉及的审批",
              "应为 " + String.join("、", PermitMatter.ids()) + " 中的一项或几项，用英文逗号分隔（" + MERGED + "）"));
    }
    start(handed, refused);
    return refused;
  }

  private LocalDate start(VariableScope form, List<Problem.Field> refused) {
    LocalDate start = date(form, "plannedStart", "计划开工日期", refused);
    LocalDate today = LocalDate.now(time);
    if (start != null && start.isBefore(today)) {
      refused.add(
          new Problem.Field(
              "plannedStart",
              "计划开工日期",
              "应不早于今天 " + today + "：经批准方可施工（《城市道路管理条例》第三十三条、《城市绿化条例》第二十条）"));
    }
    return start;
  }

  private static void measures(VariableScope form, List<Problem.Field> refused) {
    if (isAsked(form, PermitMatter.ROAD_EXCAVATION)) {
      number(form, "excavationLength", "挖掘、占用长度（米）", false, refused);
      number(form, "excavationWidth", "挖掘、占用宽度（米）", false, refused);
    }
    if (isAsked(form, PermitMatter.GREENERY_CHANGE)) {
      BigDecimal area = number(form, "greenArea", "占用绿地面积（平方米）", true, refused);
      BigDecimal trees = number(form, "treeCount", "砍伐、移植树木（株）", true, refused);
      if (area != null && trees != null && area.signum() == 0 && trees.signum() == 0) {
        refused.add(
            new Problem.Field(
                "greenArea", "占用绿地面积（平方米）", "与树木株数不能都为0：选择了绿地、树木审批（《城市绿化条例》第十九条、第二十条）"));
      }
    }
    if ("yes".equals(text(form, "commitmentRequested"))) {
      number(form, "routeLength", "管线长度（米）", false, refused);
    }
  }

  private static boolean isAsked(VariableScope form, PermitMatter matter) {
    return PermitMatter.isAsked(form.getVariable(matter.field()));
  }

  private static BigDecimal number(
      VariableScope form,
      String key,
      String label,
      boolean zeroAllowed,
      List<Problem.Field> refused) {
    String text = text(form, key);
    BigDecimal number = text.matches("\\d{1,9}(\\.\\d{1,3})?") ? new BigDecimal(text) : null;
    if (number == null || number.signum() == 0 && !zeroAllowed) {
      refused.add(
          new Problem.Field(key, label, zeroAllowed ? "应为不小于0的数，例如 12.5" : "应为大于0的数，例如 12.5"));
    }
    return number;
  }

  private static LocalDate date(
      VariableScope form, String key, String label, List<Problem.Field> refused) {
    try {
      return LocalDate.parse(text(form, key));
    } catch (DateTimeException noDate) {
      refused.add(new Problem.Field(key, label, "应为存在的日期，写成年-月-日，例如 2026-09-28"));
      return null;
    }
  }

  static String text(VariableScope form, String key) {
    Object value = form.getVariable(key);
    return value == null ? "" : value.toString().strip();
  }
}
