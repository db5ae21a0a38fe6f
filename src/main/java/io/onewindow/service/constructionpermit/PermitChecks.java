package io.onewindow.service.constructionpermit;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the decision on a permit must satisfy beyond its form's rules. */
@Component
class PermitChecks implements TaskCheck {

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    FormValues form = new FormValues(task);
    if (task.getTaskDefinitionKey().equals("userTask_decidePermit")
        && form.is("permitDecision", "grant")) {
      everythingPasses(task, form);
      if (new Works(task).isRelocated()) {
        feeIsPaid(task, form);
      }
    }
    return form.refused();
  }

  private static void everythingPasses(DelegateTask task, FormValues form) {
    String failed =
        new PermitOpinions(task)
            .failed().stream().map(PermitMatter::label).collect(Collectors.joining("、"));
    if (!failed.isEmpty()) {
      form.refuse("permitDecision", "许可决定", "应为不予许可：" + failed + "不合格（《建筑法》第八条）");
    }
  }

  private static void feeIsPaid(DelegateTask task, FormValues form) {
    Optional<RelocationFee> fee = RelocationFee.of(task);
    String amount = form.text("feeAmount");
    if (fee.isEmpty()) {
      form.positive("feeAmount", "易地建设费（元）");
    } else if (!amount.isEmpty()) {
      form.positive("feeAmount", "易地建设费（元）")
          .filter(paid -> paid.compareTo(fee.get().amount()) != 0)
          .ifPresent(paid -> refuse(form, fee.get()));
    }
    form.present("feePaymentNo", "缴费凭证编号");
  }

  private static void refuse(FormValues form, RelocationFee fee) {
    form.refuse("feeAmount", "易地建设费（元）", "应为 " + fee.inYuan() + " 元（聊政办字〔2022〕13号 二(十九)170），或者不填");
  }
}
