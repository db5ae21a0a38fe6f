package io.onewindow.casefile;

import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was asked for in the one-time notice came in otherwise than at the window: completes the
 * task that waits for it, so that the five days of 行政许可法第三十二条 count anew from now.
 */
@Service
public class Supplements {

  /** Stands in the history where a clerk's name would stand; no user can have such an id. */
  static final String APPLICANT = "申请人";

  private static final String TASK = "userTask_recordSupplement";
  private static final String NOTE = "supplementNote";
  private static final String BY_CHANNEL = "supplementChannel";
  private static final int LONGEST_NOTE = 900;

  private final TaskService tasks;
  private final Callers callers;
  private final TransactionTemplate transaction;

  Supplements(TaskService tasks, Callers callers, TransactionTemplate transaction) {
    this.tasks = tasks;
    this.callers = callers;
    this.transaction = transaction;
  }

  /** Whether the case waits for the applicant's materials. */
  public boolean isAwaited(String receiptNo) {
    return !waiting(receiptNo).isEmpty();
  }

  /**
   * The applicant, whose query code was checked before, says that everything is there.
   *
   * @param note what was supplied
   * @throws Problem 400 for a note that cannot be, 409 when nothing is awaited
   */
  public void byApplicant(String receiptNo, String note) {
    String checked = checked(note);
    orTooLate(
        receiptNo,
        () ->
            callers.asSystem(
                () ->
                    transaction.execute(
                        status -> {
                          String task = task(receiptNo);
                          tasks.setAssignee(task, APPLICANT);
                          tasks.complete(
                              task, Map.of(NOTE, "申请人在进度页面提交：" + checked, BY_CHANNEL, "progress"));
                          return task;
                        })));
  }

  /** The same through another program, under its caller's permissions. */
  void byCaller(String receiptNo, String note) {
    tasks.complete(task(receiptNo), Map.of(NOTE, checked(note), BY_CHANNEL, "api"));
  }

  /**
   * Tells a supplement's way that it came too late. Two may come at once, from the window, the
   * applicant and another program; the slower one fails wherever it meets what the faster one has
   * done, and what it says then is no help.
   *
   * @param supplement a transaction of its own, or none
   * @throws Problem 409 when nothing is awaited any more
   */
  void orTooLate(String receiptNo, Runnable supplement) {
    try {
      supplement.run();
    } catch (RuntimeException failed) {
      if (Problem.in(failed) == null && !isAwaited(receiptNo)) {
        throw nothingAwaited();
      }
      throw failed;
    }
  }

  private String task(String receiptNo) {
    return waiting(receiptNo).stream()
        .findFirst()
        .map(Task::getId)
        .orElseThrow(Supplements::nothingAwaited);
  }

  private static Problem nothingAwaited() {
    return Problem.conflict("nothing-awaited", "本办件现在没有等待补正的材料：或者未曾告知补正，或者已经收到补正。");
  }

  private List<Task> waiting(String receiptNo) {
    return callers.asSystem(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(receiptNo)
                .taskDefinitionKey(TASK)
                .list());
  }

  private static String checked(String note) {
    if (note == null || note.strip().length() < 2 || note.length() > LONGEST_NOTE) {
      throw Problem.badFields(
          List.of(new Problem.Field("note", "补正说明", "应为 2 至 " + LONGEST_NOTE + " 个字符")));
    }
    return note.strip();
  }
}
