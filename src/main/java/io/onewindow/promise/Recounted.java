package io.onewindow.promise;

/** A clock as it is recorded and as it is counted today. */
record Recounted(StepClock before, StepClock after) {

  boolean isChanged() {
    return !after.equals(before);
  }

  /** Whether its due instant was an estimate and is none any more. */
  boolean isConfirmed() {
    return before.provisional() && !after.provisional();
  }

  /** Whether an instant that people or timers go by is another. */
  boolean isMoved() {
    return !after.dueAt().equals(before.dueAt())
        || !after.warningAt().equals(before.warningAt())
        || (after.statutoryDueAt() != null
            && !after.statutoryDueAt().equals(before.statutoryDueAt()));
  }
}
