package io.onewindow.desk.action;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks one or several other functions of the jurisdiction for their opinion, all at once. */
@Component
class ConsultAct implements ActHandler {

  private final Inquiries inquiries;
  private final InquiryStore store;
  private final Colleagues colleagues;
  private final ActLog log;

  ConsultAct(Inquiries inquiries, InquiryStore store, Colleagues colleagues, ActLog log) {
    this.inquiries = inquiries;
    this.store = store;
    this.colleagues = colleagues;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.CONSULT;
  }

  @Override
  public String refusal(TaskAtHand task) {
    return task.isMine() || task.isFree() ? null : ActHandler.unlessHeld(task);
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    List<String> groups = order.groups();
    Set<String> staffed =
        colleagues.offices(task.file().jurisdiction()).stream()
            .map(Office::group)
            .collect(Collectors.toSet());
    Set<String> asked =
        store.ofTask(task.task().getId()).stream()
            .filter(Inquiry::isOpen)
            .filter(one -> one.kind() == Inquiry.Kind.CONSULT)
            .map(Inquiry::askedGroup)
            .collect(Collectors.toSet());
    new ActFields()
        .expect(!groups.isEmpty(), "groups", "征求意见的部门", "请至少选择一个部门")
        .expect(staffed.containsAll(groups), "groups", "征求意见的部门", "应为本辖区有人员的部门")
        .expect(groups.stream().noneMatch(task.groups()::contains), "groups", "征求意见的部门", "不能是本部门")
        .expect(
            new HashSet<>(groups).size() == groups.size()
                && groups.stream().noneMatch(asked::contains),
            "groups",
            "征求意见的部门",
            "不能重复，也不能再次征求尚未答复的部门")
        .check();
    groups.forEach(group -> inquiries.ask(Inquiry.Kind.CONSULT, task, group, null, order.reason()));
    log.write(Act.CONSULT, task, task.caller().id(), String.join("、", groups), order.reason());
  }
}
