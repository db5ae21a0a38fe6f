package io.onewindow.desk.action;

import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What the reader may do beyond single tasks: deputies, withdrawals, reassignments. */
@Component
class DeskViews {

  /**
   * Days are inclusive, Asia/Shanghai.
   *
   * @param cancellable whether the reader may cancel it
   */
  record DeputyView(
      String id,
      String absent,
      String deputy,
      LocalDate from,
      LocalDate to,
      String reason,
      boolean inForce,
      boolean cancellable) {}

  /** A task that may be reassigned. */
  record TaskView(String id, String name, String assignee, OffsetDateTime due, String receiptNo) {}

  /**
   * @param supervisor whether the reader may reassign and arrange for others
   * @param mayWithdraw whether the reader may record an applicant's withdrawal
   * @param people everybody of the reader's jurisdictions
   */
  record DeskView(
      String me,
      boolean supervisor,
      boolean mayWithdraw,
      List<Colleague> people,
      List<Office> offices,
      List<DeputyView> deputies) {}

  private final TasksAtHand tasks;
  private final Deputies deputies;
  private final Reassignments reassignments;
  private final Colleagues colleagues;
  private final Clock time;

  DeskViews(
      TasksAtHand tasks,
      Deputies deputies,
      Reassignments reassignments,
      Colleagues colleagues,
      Clock time) {
    this.tasks = tasks;
    this.deputies = deputies;
    this.reassignments = reassignments;
    this.colleagues = colleagues;
    this.time = time;
  }

  DeskView desk() {
    Caller caller = tasks.caller();
    List<Office> offices =
        caller.jurisdictions().stream()
            .sorted()
            .flatMap(place -> colleagues.offices(place).stream())
            .toList();
    return new DeskView(
        caller.id(),
        caller.groups().contains(StaffGroup.SUPERVISOR),
        caller.groups().contains(StaffGroup.WINDOW)
            || caller.groups().contains(StaffGroup.APPROVAL),
        offices.stream().flatMap(office -> office.people().stream()).distinct().toList(),
        offices,
        deputies());
  }

  List<DeputyView> deputies() {
    Caller caller = tasks.caller();
    boolean supervisor = caller.groups().contains(StaffGroup.SUPERVISOR);
    return deputies.open().stream()
        .map(
            one ->
                new DeputyView(
                    one.id(),
                    colleagues.name(one.absent()),
                    colleagues.name(one.deputy()),
                    LocalDate.ofInstant(one.beginsAt(), time.getZone()),
                    LocalDate.ofInstant(one.endsAt(), time.getZone()).minusDays(1),
                    one.reason(),
                    one.holdsAt(time.instant()),
                    supervisor || caller.id().equals(one.absent())))
        .toList();
  }

  List<TaskView> meant(ReassignmentOrder order) {
    return reassignments.meant(order).stream().map(this::task).toList();
  }

  private TaskView task(Task task) {
    return new TaskView(
        task.getId(),
        task.getName(),
        task.getAssignee() == null ? null : colleagues.name(task.getAssignee()),
        task.getDueDate() == null
            ? null
            : task.getDueDate().toInstant().atZone(time.getZone()).toOffsetDateTime(),
        tasks.file(task).receiptNo());
  }
}
