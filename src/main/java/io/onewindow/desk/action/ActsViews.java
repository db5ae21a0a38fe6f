package io.onewindow.desk.action;

import io.onewindow.casefile.CaseAccess;
import io.onewindow.department.Departments;
import io.onewindow.department.StaffGroup;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts together what a reader may do with a task, and what was done in its case. */
@Component
class ActsViews {

  private final TasksAtHand tasks;
  private final TaskActs acts;
  private final ReturnSteps returns;
  private final Colleagues colleagues;
  private final SignerStore signers;
  private final InquiryStore inquiries;
  private final Departments departments;
  private final CaseAccess access;
  private final ActLog log;
  private final Clock time;

  ActsViews(
      TasksAtHand tasks,
      TaskActs acts,
      ReturnSteps returns,
      Colleagues colleagues,
      SignerStore signers,
      InquiryStore inquiries,
      Departments departments,
      CaseAccess access,
      ActLog log,
      Clock time) {
    this.tasks = tasks;
    this.acts = acts;
    this.returns = returns;
    this.colleagues = colleagues;
    this.signers = signers;
    this.inquiries = inquiries;
    this.departments = departments;
    this.access = access;
    this.log = log;
    this.time = time;
  }

  /**
   * @throws Problem as {@link TasksAtHand#look} does
   */
  ActsView of(String taskId) {
    TaskAtHand task = tasks.look(taskId);
    boolean own = TasksAtHand.isOwn(task);
    String place = task.file().jurisdiction();
    Set<String> signing = new HashSet<>(task.groups());
    signing.add(StaffGroup.LEADER);
    ReturnSteps.Offer offer = returns.of(task.task());
    return new ActsView(
        taskId,
        task.task().getName(),
        task.file().receiptNo(),
        task.file().subject(),
        name(task.task().getAssignee()),
        name(task.task().getOwner()),
        task.isPending(),
        own ? acts.handlers().stream().map(handler -> choice(handler, task)).toList() : List.of(),
        own ? colleagues.of(place, task.groups()) : List.of(),
        own ? colleagues.of(place, signing) : List.of(),
        own ? colleagues.offices(place) : List.of(),
        offer.steps().stream()
            .map(step -> new ActsView.Step(step.element(), step.name(), step.where()))
            .toList(),
        offer.limit(),
        signers.of(taskId).stream()
            .map(one -> new ActsView.Signature(name(one.person()), local(one.signedAt())))
            .toList(),
        inquiries.ofCase(task.file().receiptNo()).stream()
            .map(one -> question(one, taskId))
            .toList(),
        lines(task.file().receiptNo()));
  }

  /**
   * What was done in a case, for who may see it.
   *
   * @throws Problem as {@link CaseAccess#file} does
   */
  List<ActsView.Line> ofCase(String receiptNo) {
    return lines(access.file(receiptNo).receiptNo());
  }

  private List<ActsView.Line> lines(String receiptNo) {
    return log.ofCase(receiptNo).stream().map(this::line).toList();
  }

  private static ActsView.Choice choice(ActHandler handler, TaskAtHand task) {
    Act act = handler.act();
    return new ActsView.Choice(act.name(), act.label(), handler.refusal(task), act.warning());
  }

  private ActsView.Question question(Inquiry one, String taskId) {
    String asked =
        one.askedPerson() == null
            ? departments.name(one.jurisdiction(), one.askedGroup())
            : name(one.askedPerson());
    return new ActsView.Question(
        one.id(),
        one.kind().label(),
        asked,
        one.question(),
        name(one.askedBy()),
        local(one.askedAt()),
        one.state().label(),
        one.isOpen(),
        one.taskId().equals(taskId),
        one.decision() == null ? null : one.decision().label(),
        one.opinion(),
        one.endedBy() == null ? null : colleagues.signature(one.endedBy(), one.endedFor()),
        local(one.endedAt()));
  }

  private ActsView.Line line(ActRecord one) {
    return new ActsView.Line(
        one.act().name(),
        one.act().label(),
        local(one.at()),
        one.taskName(),
        one.actor() == null ? "系统" : colleagues.signature(one.actor(), one.onBehalfOf()),
        words(one, one.fromWhom()),
        words(one, one.toWhom()),
        one.reason(),
        one.face(),
        one.address());
  }

  /** Groups are shown as departments, people by name; a step stays as it is. */
  private String words(ActRecord one, String whom) {
    if (whom == null || one.act() == Act.RETURN || one.act() == Act.WITHDRAW_CASE) {
      return whom;
    }
    return String.join(
        "、",
        List.of(whom.split("、")).stream()
            .map(
                id ->
                    departments.groups().stream().anyMatch(group -> group.id().equals(id))
                        ? departments.name(one.jurisdiction(), id)
                        : colleagues.name(id))
            .toList());
  }

  private String name(String person) {
    return person == null ? null : colleagues.name(person);
  }

  private OffsetDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(time.getZone()).toOffsetDateTime();
  }
}
