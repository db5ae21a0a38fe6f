package io.onewindow.desk.action;

/** Knows one act: when it is impossible, and how it is done. */
interface ActHandler {

  Act act();

  /** Why the act is impossible now, in Chinese; null when it is possible. */
  String refusal(TaskAtHand task);

  /** Does it and writes its record; called only when {@link #refusal} is null. */
  void perform(TaskAtHand task, ActOrder order);

  /** Why somebody who does not hold the task may not go on; null for who holds a task at hand. */
  static String unlessHeld(TaskAtHand task) {
    if (!task.isMine() && !task.isFree()) {
      return "任务由 " + task.task().getAssignee() + " 办理中，须由其本人办理，或由督办人员改派。";
    }
    return unlessBack(task);
  }

  /** Why a task may not be passed on that is lent or in the hands of a chain of signers. */
  static String unlessBack(TaskAtHand task) {
    return task.isPending() ? "任务正在委派或加签中，须先交回、收回或取消加签。" : null;
  }
}
