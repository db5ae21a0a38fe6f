package io.onewindow.supervision.fact;

import io.onewindow.promise.Basis;

/** Figures of many facts added up; what is taken away again leaves no trace. */
public final class Sum {

  int received;
  int ended;
  long gross;
  long working;
  long net;
  long waiting;
  int returns;
  int lastAtJoin;
  int kept;
  int broken;
  int within;
  int beyond;
  final Histogram grossMinutes = new Histogram();
  final Histogram workingMinutes = new Histogram();
  final Histogram netMinutes = new Histogram();
  final Histogram waitingMinutes = new Histogram();

  /**
   * @param times 1 to add it, -1 to take it away
   */
  void received(int times) {
    received += times;
  }

  void ended(Spent spent, int times) {
    ended += times;
    gross += times * spent.gross();
    working += times * spent.working();
    net += times * spent.net();
    grossMinutes.add(spent.gross(), times);
    workingMinutes.add(spent.working(), times);
    netMinutes.add(spent.net(), times);
  }

  void ended(StepFact step, int times) {
    ended(step.spent(), times);
    if (step.waiting() != null) {
      waiting += times * step.waiting();
      waitingMinutes.add(step.waiting(), times);
    }
    returns += step.returned() ? times : 0;
    lastAtJoin += times * step.lastAtJoin();
  }

  void decided(LimitFact limit, int times) {
    boolean promised = limit.basis() == Basis.PROMISED;
    if (limit.outcome() == Outcome.KEPT) {
      within += times;
      kept += promised ? times : 0;
    } else if (limit.outcome() == Outcome.BROKEN) {
      beyond += times;
      broken += promised ? times : 0;
    }
  }

  /** A case that ended within or beyond a limit it did not have. */
  void tried(TrialFact trial, int times) {
    if (trial.late()) {
      beyond += times;
      broken += trial.promised() ? times : 0;
    } else {
      within += times;
      kept += trial.promised() ? times : 0;
    }
  }

  public void add(Sum other) {
    received += other.received;
    ended += other.ended;
    gross += other.gross;
    working += other.working;
    net += other.net;
    waiting += other.waiting;
    returns += other.returns;
    lastAtJoin += other.lastAtJoin;
    kept += other.kept;
    broken += other.broken;
    within += other.within;
    beyond += other.beyond;
    grossMinutes.add(other.grossMinutes);
    workingMinutes.add(other.workingMinutes);
    netMinutes.add(other.netMinutes);
    waitingMinutes.add(other.waitingMinutes);
  }

  public int received() {
    return received;
  }

  public int ended() {
    return ended;
  }

  /** Milliseconds by the clock on the wall. */
  public long gross() {
    return gross;
  }

  /** Milliseconds of office time. */
  public long working() {
    return working;
  }

  /** Milliseconds of office time outside pauses. */
  public long net() {
    return net;
  }

  /** Milliseconds of office time until somebody took it. */
  public long waiting() {
    return waiting;
  }

  public int returns() {
    return returns;
  }

  public int lastAtJoin() {
    return lastAtJoin;
  }

  /** Promised limits that were kept. */
  public int kept() {
    return kept;
  }

  /** Promised limits that were broken. */
  public int broken() {
    return broken;
  }

  /** Limits of any kind that were kept. */
  public int within() {
    return within;
  }

  /** Limits of any kind that were broken. */
  public int beyond() {
    return beyond;
  }

  public Histogram grossMinutes() {
    return grossMinutes;
  }

  public Histogram workingMinutes() {
    return workingMinutes;
  }

  public Histogram netMinutes() {
    return netMinutes;
  }

  public Histogram waitingMinutes() {
    return waitingMinutes;
  }

  boolean isEmpty() {
    return received == 0
        && ended == 0
        && gross == 0
        && working == 0
        && net == 0
        && waiting == 0
        && returns == 0
        && lastAtJoin == 0
        && within == 0
        && beyond == 0
        && kept == 0
        && broken == 0
        && grossMinutes.isEmpty()
        && workingMinutes.isEmpty()
        && netMinutes.isEmpty()
        && waitingMinutes.isEmpty();
  }
}
