package io.onewindow.desk.action;

import org.springframework.stereotype.Component;

/** The applicant's withdrawal, recorded from one of the case's tasks. */
@Component
class WithdrawCaseAct implements ActHandler {

  private final Withdrawals withdrawals;

  WithdrawCaseAct(Withdrawals withdrawals) {
    this.withdrawals = withdrawals;
  }

  @Override
  public Act act() {
    return Act.WITHDRAW_CASE;
  }

  @Override
  public String refusal(TaskAtHand task) {
    return withdrawals.refusal(task.file(), task.caller());
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    withdrawals.withdraw(task.file().receiptNo(), order.reason());
  }
}
