package io.onewindow.service.companyregistration;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the departments' own forms must satisfy beyond their rules. */
@Component
class ItemChecks implements TaskCheck {

  private static final BigDecimal LOWEST_RATE = new BigDecimal(5);
  private static final BigDecimal HIGHEST_RATE = new BigDecimal(12);

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    return switch (task.getTaskDefinitionKey()) {
      case "userTask_registerHousingFund" -> rate(task);
      case "userTask_recordLaterItems" -> laterItems(task);
      default -> List.of();
    };
  }

  private static List<Problem.Field> rate(DelegateTask task) {
    BigDecimal rate = new BigDecimal(task.getVariable("housingFundRate").toString());
    boolean within = rate.compareTo(LOWEST_RATE) >= 0 && rate.compareTo(HIGHEST_RATE) <= 0;
    return within
        ? List.of()
        : List.of(new Problem.Field("housingFundRate", "缴存比例（%）", "应在 5 至 12 之间"));
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
