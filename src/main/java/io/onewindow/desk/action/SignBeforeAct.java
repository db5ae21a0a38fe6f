package io.onewindow.desk.action;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks somebody of the jurisdiction to sign before the task may be completed. */
@Component
class SignBeforeAct implements ActHandler {

  private final Inquiries inquiries;
  private final InquiryStore store;
  private final Colleagues colleagues;
  private final ActLog log;

  SignBeforeAct(Inquiries inquiries, InquiryStore store, Colleagues colleagues, ActLog log) {
    this.inquiries = inquiries;
    this.store = store;
    this.colleagues = colleagues;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.SIGN_BEFORE;
  }

  @Override
  public String refusal(TaskAtHand task) {
    return task.isMine() || task.isFree() ? null : ActHandler.unlessHeld(task);
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    Optional<String> group =
        colleagues.offices(task.file().jurisdiction()).stream()
            .filter(office -> office.people().stream().anyMatch(p -> p.id().equals(order.person())))
            .map(Office::group)
            .findFirst();
    boolean again =
        store.ofTask(task.task().getId()).stream()
            .anyMatch(one -> one.isOpen() && Objects.equals(order.person(), one.askedPerson()));
    new ActFields()
        .expect(group.isPresent(), "person", "签署人", "应为本辖区的人员")
        .expect(!task.caller().id().equals(order.person()), "person", "签署人", "不能是您自己")
        .expect(!again, "person", "签署人", "尚未签署，不必再次加签")
        .check();
    inquiries.ask(Inquiry.Kind.SIGN_BEFORE, task, group.get(), order.person(), order.reason());
    log.write(Act.SIGN_BEFORE, task, task.caller().id(), order.person(), order.reason());
  }
}
