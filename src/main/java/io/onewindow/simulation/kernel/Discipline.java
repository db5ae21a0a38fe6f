package io.onewindow.simulation.kernel;

/** Which waiting task is taken next. */
public enum Discipline {
  /** First in, first out. */
  FIFO,
  /** The earliest due date first; tasks without one last. */
  EARLIEST_PROMISE,
  /** The highest priority first, as the clock's lights raise it. */
  PRIORITY,
  /** Any, as people pick from a long list. */
  RANDOM,
  /** First in, first out, but what comes in today is begun on the next duty day. */
  MORNING_BATCH
}
