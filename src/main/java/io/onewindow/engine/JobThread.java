package io.onewindow.engine;

/** Tells the threads that take and run jobs from those that serve somebody who waits. */
final class JobThread {

  private static final ThreadLocal<Boolean> MARK = ThreadLocal.withInitial(() -> false);

  private JobThread() {}

  static boolean isCurrent() {
    return MARK.get();
  }

  /** That work, as a job's. Who takes jobs runs some himself when all others are busy. */
  static Runnable doing(Runnable work) {
    return () -> {
      boolean before = MARK.get();
      MARK.set(true);
      try {
        work.run();
      } finally {
        MARK.set(before);
      }
    };
  }
}
