package io.onewindow.service.municipalfacilitypermit;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the joint examination must satisfy beyond its form's rules: it follows the departments. */
@Component
class ReviewChecks implements TaskCheck {

  private final Clock time;

  ReviewChecks(Clock time) {
    this.time = time;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    return task.getTaskDefinitionKey().equals("userTask_examineJointly")
        ? examined(task)
        : List.of();
  }

  private List<Problem.Field> examined(DelegateTask task) {
    List<Problem.Field> refused = new ArrayList<>();
    Date received = (Date) task.getVariable(CaseFile.MATERIALS_RECEIVED_AT);
    LocalDate earliest = LocalDate.ofInstant(received.toInstant(), time.getZone());
    LocalDate today = LocalDate.now(time);
    LocalDate day = day(ApplicationRules.text(task, "examinedOn"));
    if (day == null || day.isBefore(earliest) || day.isAfter(today)) {
      refused.add(
          new Problem.Field("examinedOn", "集中审查日期", "应在 " + earliest + " 至 " + today + " 之间"));
    }
    decision(task, refused);
    return refused;
  }

  private static void decision(DelegateTask task, List<Problem.Field> refused) {
    String objecting =
        Arrays.stream(Review.values())
            .filter(review -> review.objects(task))
            .map(Review::label)
            .collect(Collectors.joining("、"));
    boolean refuses = "refuse".equals(task.getVariable("permitDecision"));
    if (refuses && objecting.isEmpty()) {
      refused.add(
          new Problem.Field(
              "permitDecision", "审批决定", "应为准予许可：各部门均同意，符合法定条件、标准的应当准予（《行政许可法》第三十八条）"));
    }
    if (!refuses && !objecting.isEmpty()) {
      refused.add(
          new Problem.Field(
              "permitDecision", "审批决定", "应为不予许可：" + objecting + "审查不同意，牵头部门不得代为准予（《行政许可法》第三十八条）"));
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      return null;
    }
  }
}
