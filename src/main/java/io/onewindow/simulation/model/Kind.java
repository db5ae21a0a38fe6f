package io.onewindow.simulation.model;

/** What a node of a model does. */
public enum Kind {
  START,
  END,
  /** Somebody's work: user task, plain task, manual task. */
  WORK,
  /** The system's work: service, script and send task. */
  AUTOMATIC,
  DECISION,
  /** Receive task, or a catch event for a message, signal or condition. */
  RECEIVE,
  TIMER,
  THROW,
  EXCLUSIVE,
  PARALLEL,
  INCLUSIVE,
  EVENT_BASED,
  SUBPROCESS,
  EVENT_SUBPROCESS,
  CALL,
  BOUNDARY
}
