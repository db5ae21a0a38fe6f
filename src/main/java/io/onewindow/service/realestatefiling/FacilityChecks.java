package io.onewindow.service.realestatefiling;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.SinceReceipt;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the tasks of a filing must satisfy beyond their forms' rules. */
@Component
class FacilityChecks implements TaskCheck {

  private static final String TOLD_ONCE = "需要补正的应当一次性告知，《优化营商环境条例》第三十六条";

  private final SinceReceipt days;
  private final Clock time;

  FacilityChecks(SinceReceipt days, Clock time) {
    this.days = days;
    this.time = time;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    FormValues form = new FormValues(task);
    switch (task.getTaskDefinitionKey()) {
      case "userTask_concludeFiling" -> conclusion(task, form);
      case "userTask_receiveFacility" -> days.check(task, form, "takenOverOn", "实际接收日期");
      default ->
          Participant.ofTask(task.getTaskDefinitionKey())
              .ifPresent(one -> opinion(task, one, form));
    }
    return form.refused();
  }

  private void opinion(DelegateTask task, Participant one, FormValues form) {
    once(task, form);
    if (!form.is("facilityOpinion", "pass") && acceptedBefore(task).contains(one.id())) {
      form.refuse(
          "facilityOpinion",
          "验收意见",
          "应为通过：该设施在联合验收中已经通过（意见书 "
              + form.text("jointAcceptanceNo")
              + "），备案只登记移交（"
              + clause(task)
              + "）");
    }
    boolean passes = form.is("facilityOpinion", "pass");
    boolean applied = Boolean.TRUE.equals(task.getVariable(one.field()));
    if (applied && form.is("handover", "none")) {
      form.refuse(
          "handover", "移交情况", "申请表列有" + one.label() + "，不能填本项目没有本类设施（" + clause(task) + "）");
    }
    if (passes && (form.is("handover", "signed") || form.is("handover", Facilities.DEFERRED))) {
      form.present("agreementNo", "移交协议编号");
    }
    if (form.is("handover", Facilities.DEFERRED)) {
      form.day("takeOverBy", "约定接收日期")
          .filter(day -> !day.isAfter(LocalDate.now(time)))
          .ifPresent(
              day -> form.refuse("takeOverBy", "约定接收日期", "应晚于今天：容缺的设施限时接收（" + clause(task) + "）"));
    }
  }

  /** Everything to be put right is named once (一次性告知); what fails then is for the lead. */
  private static void once(DelegateTask task, FormValues form) {
    boolean again = Boolean.TRUE.equals(task.getVariable("facilitiesRectified"));
    if (again && form.is("facilityOpinion", Facilities.RECTIFY)) {
      form.refuse(
          "facilityOpinion", "验收意见", "不得再次提出整改：整改内容须一次列全；复验仍不合格的，请选择复验仍不合格（" + TOLD_ONCE + "）");
    }
    if (!again && form.is("facilityOpinion", Facilities.FAIL)) {
      form.refuse(
          "facilityOpinion", "验收意见", "首次不能选择复验仍不合格；不符合要求的，请选择需整改并一次列全内容（" + TOLD_ONCE + "）");
    }
  }

  private static void conclusion(DelegateTask task, FormValues form) {
    String failed =
        new Facilities(task)
            .with("facilityOpinion", Facilities.FAIL).stream()
                .map(Participant::label)
                .collect(Collectors.joining("、"));
    boolean refuses = form.is("filingDecision", "refuse");
    if (refuses && failed.isEmpty()) {
      form.refuse(
          "filingDecision", "结论", "应为予以备案：通过联合验收并签订移交协议或者容缺的即可备案，不得另行否决（" + clause(task) + "）");
    } else if (!refuses && !failed.isEmpty()) {
      form.refuse("filingDecision", "结论", "应为不予备案：" + failed + "复验不合格（" + clause(task) + "）");
    }
  }

  private static List<?> acceptedBefore(DelegateTask task) {
    return (List<?>) task.getVariable(RealEstateFiling.ACCEPTED);
  }

  private static String clause(DelegateTask task) {
    return DevelopmentRules.clause(task.getTenantId());
  }
}
