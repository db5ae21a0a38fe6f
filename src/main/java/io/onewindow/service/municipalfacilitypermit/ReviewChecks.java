package io.onewindow.service.municipalfacilitypermit;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.SinceReceipt;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the joint examination must satisfy beyond its form's rules: it follows the departments. */
@Component
class ReviewChecks implements TaskCheck {

  private final SinceReceipt sinceReceipt;

  ReviewChecks(SinceReceipt sinceReceipt) {
    this.sinceReceipt = sinceReceipt;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    FormValues form = new FormValues(task);
    if (task.getTaskDefinitionKey().equals("userTask_examineJointly")) {
      sinceReceipt.check(task, form, "examinedOn", "集中审查日期");
      decision(task, form);
    }
    return form.refused();
  }

  private static void decision(DelegateTask task, FormValues form) {
    String objecting =
        Arrays.stream(Review.values())
            .filter(review -> review.objects(task))
            .map(Review::label)
            .collect(Collectors.joining("、"));
    boolean refuses = form.is("permitDecision", "refuse");
    if (refuses && objecting.isEmpty()) {
      form.refuse("permitDecision", "审批决定", "应为准予许可：各部门均同意，符合法定条件、标准的应当准予（《行政许可法》第三十八条）");
    }
    if (!refuses && !objecting.isEmpty()) {
      form.refuse(
          "permitDecision", "审批决定", "应为不予许可：" + objecting + "审查不同意，牵头部门不得代为准予（《行政许可法》第三十八条）");
    }
  }
}
