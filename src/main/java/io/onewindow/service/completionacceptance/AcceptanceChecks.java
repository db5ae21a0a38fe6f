package io.onewindow.service.completionacceptance;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the tasks of a joint acceptance must satisfy beyond their forms' rules. */
@Component
class AcceptanceChecks implements TaskCheck {

  private final FilingRules rules;
  private final Clock time;

  AcceptanceChecks(FilingRules rules, Clock time) {
    this.rules = rules;
    this.time = time;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    if (!TaskCheck.modelOf(task).equals("completion-acceptance")) {
      // other services organise visits too
      return List.of();
    }
    return switch (task.getTaskDefinitionKey()) {
      case "userTask_registerCompletion" -> rules.completionViolations(task);
      case "userTask_confirmMode" -> confirmed(task);
      case "userTask_checkSurvey" -> survey(task);
      case "userTask_organiseVisit" -> visit(task);
      case "userTask_concludeAcceptance" -> conclusion(task);
      default -> Matter.isAskedIn(task.getTaskDefinitionKey()) ? opinion(task) : List.of();
    };
  }

  /**
   * What was claimed to be found in order early is found again unless the lead says which paper.
   */
  private List<Problem.Field> confirmed(DelegateTask task) {
    List<Problem.Field> refused =
        new ArrayList<>(rules.sectionViolations(task, task.getTenantId()));
    FormValues form = new FormValues(task);
    boolean counts =
        Boolean.TRUE.equals(task.getVariable("earlyPlanningSeen"))
            || Boolean.TRUE.equals(task.getVariable("earlyFireSeen"));
    if (counts && form.text("earlyPaper").isEmpty()) {
      form.refuse(
          "earlyPaper",
          "核对的意见书原件",
          "为必填项：写明核对了哪份意见书、何时由谁出具；没有见到的请取消勾选，由部门重新出具意见（聊政办字〔2022〕13号 二(二)25、《城乡规划法》第四十五条、《消防法》第十三条）");
    }
    refused.addAll(form.refused());
    return refused;
  }

  private static List<Problem.Field> survey(DelegateTask task) {
    boolean special = "acceptance".equals(task.getVariable("fireCategory"));
    return special && Boolean.TRUE.equals(task.getVariable(Matter.FIRE.surveyed()))
        ? List.of(
            new Problem.Field(
                Matter.FIRE.surveyed(), "消防验收", "不能以测绘成果代替：特殊建设工程应当进行消防验收（《消防法》第十三条），须现场评定"))
        : List.of();
  }

  private List<Problem.Field> visit(DelegateTask task) {
    LocalDate visit = FilingRules.dateIn(FilingRules.text(task, "visitDate"));
    LocalDate completion = FilingRules.dateIn(FilingRules.text(task, "completionDate"));
    boolean possible =
        visit != null && !visit.isAfter(LocalDate.now(time)) && !visit.isBefore(completion);
    return possible
        ? List.of()
        : List.of(new Problem.Field("visitDate", "踏勘日期", "应为竣工日期 " + completion + " 至今天之间的日期"));
  }

  /** Everything to be put right is named once (一次性告知); what fails then is for the lead. */
  private List<Problem.Field> opinion(DelegateTask task) {
    boolean again = Boolean.TRUE.equals(task.getVariable(CompletionAcceptance.REINSPECTION));
    String opinion = FilingRules.text(task, "opinion");
    if (again && opinion.equals(Opinions.RECTIFY)) {
      return List.of(
          new Problem.Field(
              "opinion",
              "意见",
              "不得再次提出整改：整改内容须一次列全（聊政发〔2021〕7号 附件十三(十)等一次性告知的规定）；复验仍不合格的，请选择复验仍不合格"));
    }
    if (!again && opinion.equals(Opinions.FAIL)) {
      return List.of(new Problem.Field("opinion", "意见", "首次验收不能选择复验仍不合格；不符合要求的，请选择需整改并一次列全内容"));
    }
    return opinion.equals(Opinions.DEFERRED) ? deferred(task) : List.of();
  }

  /** What is left to be completed is left until a day that is still to come. */
  private List<Problem.Field> deferred(DelegateTask task) {
    FormValues form = new FormValues(task);
    if (form.text("opinionBy").isEmpty()) {
      // the form itself asks for it
      return List.of();
    }
    form.day("opinionBy", "限期完善日期")
        .filter(day -> !day.isAfter(LocalDate.now(time)))
        .ifPresent(day -> form.refuse("opinionBy", "限期完善日期", "应晚于今天：限期完善须写明内容和日期（系统规则，期满核实履行情况）"));
    return form.refused();
  }

  private static List<Problem.Field> conclusion(DelegateTask task) {
    List<Matter> failed = new Opinions(task).with(Opinions.FAIL);
    boolean refuses = "refuse".equals(task.getVariable("conclusionDecision"));
    if (refuses && failed.isEmpty()) {
      return List.of(
          new Problem.Field("conclusionDecision", "联合验收结论", "应为通过：各部门意见均为通过，牵头部门不得另行否决"));
    }
    String binding = failed.stream().map(Matter::label).collect(Collectors.joining("、"));
    return refuses || binding.isEmpty()
        ? List.of()
        : List.of(
            new Problem.Field(
                "conclusionDecision",
                "联合验收结论",
                "应为不予通过："
                    + binding
                    + "不合格（《城乡规划法》第四十五条、《消防法》第十三条、《建设工程质量管理条例》第十七条、第四十九条）；可以限期完善的，由出具意见的部门写明内容和日期"));
  }
}
