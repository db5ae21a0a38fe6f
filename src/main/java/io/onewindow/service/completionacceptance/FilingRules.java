package io.onewindow.service.completionacceptance;

import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.constructionpermit.PermitBefore;
import io.onewindow.service.firstregistration.EstateRules;
import io.onewindow.service.realestatefiling.DevelopmentRules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What an application for joint acceptance must satisfy beyond the form's own rules. */
@Component
class FilingRules {

  private static final String AREA = "\\d{1,12}(\\.\\d{1,2})?";

  private final AcceptedSections sections;
  private final PermitBefore permits;
  private final Clock time;

  FilingRules(AcceptedSections sections, PermitBefore permits, Clock time) {
    this.sections = sections;
    this.permits = permits;
    this.time = time;
  }

  List<Problem.Field> violations(VariableScope application, String jurisdiction) {
    List<Problem.Field> refused = new ArrayList<>();
    codes(application, refused);
    boolean guidance = "yes".equals(text(application, CompletionAcceptance.GUIDANCE_WANTED));
    dates(application, guidance, refused);
    String area = text(application, "floorArea");
    if (!area.matches(AREA) || new BigDecimal(area).signum() <= 0) {
      refused.add(new Problem.Field("floorArea", "建筑面积（平方米）", "应为大于0的数，最多两位小数，例如 35620.5"));
    }
    boolean early = "yes".equals(text(application, "earlyGuidance"));
    if (early
        && text(application, CompletionAcceptance.EARLY_PLANNING_NO).isBlank()
        && text(application, CompletionAcceptance.EARLY_FIRE_NO).isBlank()) {
      refused.add(
          new Problem.Field(
              CompletionAcceptance.EARLY_PLANNING_NO,
              "提前规划核实意见编号",
              "与提前消防验收意见编号至少填一项：选择了已提前开展规划核实、消防验收（聊政办字〔2022〕13号 二(二)25）"));
    }
    refused.addAll(sectionViolations(application, jurisdiction));
    FormValues form = new FormValues(application);
    permits.check(form);
    if ("yes".equals(text(application, CompletionAcceptance.REGISTRATION_WANTED))) {
      EstateRules.checkWith(form, text(application, "projectType"), jurisdiction);
    }
    development(form, jurisdiction);
    form.creditCodeIfAny("surveyorCode", "勘察单位信用代码");
    form.creditCodeIfAny("designerCode", "设计单位信用代码");
    form.creditCodeIfAny("contractorCode", "施工单位信用代码");
    form.creditCodeIfAny("supervisorOfWorksCode", "监理单位信用代码");
    refused.addAll(form.refused());
    return refused;
  }

  /** Only what is built to be sold has public facilities that others take over. */
  private void development(FormValues form, String jurisdiction) {
    boolean residential = form.is("projectType", "residential");
    boolean development = form.is(CompletionAcceptance.DEVELOPMENT, "true");
    boolean filing = form.is(CompletionAcceptance.FILING_WANTED, "yes");
    if (development && !residential) {
      form.refuse(
          CompletionAcceptance.DEVELOPMENT,
          "属于房地产开发项目",
          "项目类型应为居住：房地产开发项目的配套设施由各主管部门参与联合验收（" + DevelopmentRules.clause(jurisdiction) + "）");
    }
    if (filing && !development) {
      form.refuse(
          CompletionAcceptance.FILING_WANTED,
          "同步申请竣工综合验收备案",
          "应为“否”，或者勾选属于房地产开发项目：综合验收备案只用于房地产开发项目（" + DevelopmentRules.clause(jurisdiction) + "）");
    }
    if (filing && development) {
      DevelopmentRules.utilities(form, jurisdiction, LocalDate.now(time));
    }
  }

  /** What is wrong with the day of completion once the works are said to be complete. */
  List<Problem.Field> completionViolations(VariableScope application) {
    List<Problem.Field> refused = new ArrayList<>();
    dates(application, false, refused);
    return refused;
  }

  /** Whether what is to be accepted was accepted before, wholly or in that section. */
  List<Problem.Field> sectionViolations(VariableScope application, String jurisdiction) {
    boolean bySection = AcceptedSections.isBySection(application);
    return sections
        .accepted(application)
        .map(
            before ->
                new Problem.Field(
                    bySection ? "sectionName" : "acceptanceMode",
                    bySection ? "分段名称" : "验收方式",
                    "不能重复验收："
                        + before.describe()
                        + "已通过联合验收（意见书 "
                        + before.opinionNo()
                        + "）；同一部分只验收一次是系统规则，联合验收见"
                        + AcceptanceClauses.of(jurisdiction)))
        .stream()
        .toList();
  }

  private static void codes(VariableScope application, List<Problem.Field> refused) {
    FormValues form = new FormValues(application);
    form.applicantId();
    form.creditCode("builderCode", "统一社会信用代码");
    refused.addAll(form.refused());
  }

  private void dates(VariableScope application, boolean planned, List<Problem.Field> refused) {
    LocalDate permit = date(application, "permitDate", "施工许可证发证日期", refused);
    LocalDate completion = date(application, "completionDate", "竣工日期", refused);
    if (completion == null) {
      return;
    }
    if (!planned && completion.isAfter(LocalDate.now(time))) {
      refused.add(
          new Problem.Field("completionDate", "竣工日期", "不得晚于今天：工程竣工后方可申请验收（《建设工程质量管理条例》第十六条）"));
    }
    if (permit != null && !permit.isBefore(completion)) {
      refused.add(
          new Problem.Field(
              "completionDate", "竣工日期", "应晚于施工许可证发证日期 " + permit + "：开工前应当取得施工许可证（《建筑法》第七条）"));
    }
  }

  private static LocalDate date(
      VariableScope application, String key, String label, List<Problem.Field> refused) {
    LocalDate date = dateIn(text(application, key));
    if (date == null) {
      refused.add(new Problem.Field(key, label, "应为存在的日期，写成年-月-日，例如 2026-08-20"));
    }
    return date;
  }

  /** The date written there, or null if it is none. */
  static LocalDate dateIn(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDate) {
      return null;
    }
  }

  static String text(VariableScope application, String key) {
    Object value = application.getVariable(key);
    return value == null ? "" : value.toString().strip();
  }
}
