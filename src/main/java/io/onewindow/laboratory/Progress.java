package io.onewindow.laboratory;

/** How far a run has come: which of its scenarios, and how many replications of it. */
final class Progress {

  private int scenario;
  private int done;

  /**
   * @param replications done of the scenario that runs; falls when the next one begins
   */
  synchronized void done(int replications) {
    if (replications <= done) {
      scenario++;
    }
    done = replications;
  }

  /** The baseline is 0, the what-if 1, what comes then searches staff. */
  synchronized int scenario() {
    return scenario;
  }

  synchronized int done() {
    return done;
  }
}
