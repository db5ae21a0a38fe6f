package io.onewindow.sandbox;

import io.onewindow.demo.Invention;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A case of a drill: who applied, and what happened that no record of the case tells. */
final class DrillCase {

  private final Exercise.Applicant applicant;
  private final Invention invention;
  private final String receiptNo;
  private final Set<String> ownTasks = ConcurrentHashMap.newKeySet();
  private final AtomicInteger secondNotices = new AtomicInteger();
  private volatile boolean answered;
  private volatile boolean withdrawalAsked;

  DrillCase(Exercise.Applicant applicant, Invention invention, String receiptNo) {
    this.applicant = applicant;
    this.invention = invention;
    this.receiptNo = receiptNo;
  }

  Exercise.Applicant applicant() {
    return applicant;
  }

  Invention invention() {
    return invention;
  }

  String receiptNo() {
    return receiptNo;
  }

  /** Elements of the tasks that were the trainee's to do. */
  Set<String> ownTasks() {
    return ownTasks;
  }

  /** How often the trainee wanted to tell the applicant a second time; the system refuses it. */
  int secondNotices() {
    return secondNotices.get();
  }

  void wantsSecondNotice() {
    secondNotices.incrementAndGet();
  }

  /** Whether the applicant brought what the notice asked for. */
  boolean isAnswered() {
    return answered;
  }

  void answer() {
    answered = true;
  }

  /** Whether the applicant asked to have the application back before it was decided. */
  boolean isWithdrawalAsked() {
    return withdrawalAsked;
  }

  void askWithdrawal() {
    withdrawalAsked = true;
  }
}
