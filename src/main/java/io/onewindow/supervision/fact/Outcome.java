package io.onewindow.supervision.fact;

/** What became of a limit. One that still runs has none yet. */
public enum Outcome {
  /** The work ended within it. */
  KEPT,
  /** It passed before the work ended. */
  BROKEN,
  /** The work was taken back, refused or left before the limit had passed: it does not count. */
  VOID
}
