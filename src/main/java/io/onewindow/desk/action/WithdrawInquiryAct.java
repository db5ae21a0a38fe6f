package io.onewindow.desk.action;

import io.onewindow.problem.Problem;
import org.springframework.stereotype.Component;

/** Takes an open question or an outstanding signature back, so that the task may be completed. */
@Component
class WithdrawInquiryAct implements ActHandler {

  private final Inquiries inquiries;
  private final InquiryStore store;
  private final ActLog log;

  WithdrawInquiryAct(Inquiries inquiries, InquiryStore store, ActLog log) {
    this.inquiries = inquiries;
    this.store = store;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.WITHDRAW_INQUIRY;
  }

  @Override
  public String refusal(TaskAtHand task) {
    if (store.ofTask(task.task().getId()).stream().noneMatch(Inquiry::isOpen)) {
      return "没有待答复的征询。";
    }
    return task.isMine() || task.isFree() ? null : ActHandler.unlessHeld(task);
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    Inquiry open =
        store.ofTask(task.task().getId()).stream()
            .filter(one -> one.id().equals(order.inquiry()))
            .findFirst()
            .orElseThrow(() -> ActFields.wrong("inquiry", "征询", "不是本任务发出的征询"));
    if (!open.isOpen()) {
      throw Problem.conflict("inquiry-ended", "该征询" + open.state().label() + "，不必撤回；请刷新后再试。");
    }
    inquiries.withdraw(open, task.caller().id(), order.reason());
    log.write(
        Act.WITHDRAW_INQUIRY,
        task,
        task.caller().id(),
        open.askedPerson() == null ? open.askedGroup() : open.askedPerson(),
        order.reason());
  }
}
