package io.onewindow.service.companyregistration;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the form of items done later must satisfy beyond its own rules. */
@Component
class ItemChecks implements TaskCheck {

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    return task.getTaskDefinitionKey().equals("userTask_recordLaterItems")
        ? laterItems(task)
        : List.of();
  }

  /** Whoever comes back wants something now, or nothing any more. */
  private static List<Problem.Field> laterItems(DelegateTask task) {
    List<Object> choices =
        Arrays.stream(OpeningItem.values()).map(i -> task.getVariable(i.variable())).toList();
    boolean undecided = choices.contains(OpeningItem.LATER) && !choices.contains(OpeningItem.NOW);
    return undecided
        ? List.of(new Problem.Field("sealChoice", "办理事项", "至少应有一项选择同步办理；均不再办理的，请全部选择不办理"))
        : List.of();
  }
}
