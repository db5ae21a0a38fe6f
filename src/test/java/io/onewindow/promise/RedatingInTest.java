package io.onewindow.promise;

import io.onewindow.promise.RedatingRun.Counts;
import io.onewindow.promise.RedatingRun.State;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes the steps of a run on the test's own thread, one after another. */
@Component
public class RedatingInTest {

  private final Redating redating;
  private final RedatingBatch batch;
  private final RedatingWorker worker;

  private String run;
  private String token;

  RedatingInTest(Redating redating, RedatingBatch batch, RedatingWorker worker) {
    this.redating = redating;
    this.batch = batch;
    this.worker = worker;
  }

  Counts preview(String jurisdiction) {
    RedatingRun made = redating.preview(Set.of(jurisdiction), "国庆后延长办公时间", "admin");
    run = made.id();
    return made.counts();
  }

  void begin() {
    token = redating.claim(run, State.PREVIEW, "admin", "");
  }

  void takeOver(AwaitedRuns.Claimed claimed) {
    run = claimed.runId();
    token = claimed.token();
  }

  void goOn() {
    token = redating.claim(run, State.STOPPED, "admin", "");
  }

  void stop() {
    redating.stop(run, "admin");
  }

  void nodeStarts() {
    worker.reportUnfinished();
  }

  /** One step over so many cases; whether one is left. */
  boolean step(int cases) {
    return batch.next(run, token, cases, false);
  }

  void finish(int cases) {
    while (step(cases)) {
      // each step is its own transaction
    }
  }

  RedatingRun state() {
    return redating.find(run);
  }

  /** A whole run as the application does it; returns cases moved. */
  public int previewOf(String jurisdiction) {
    preview(jurisdiction);
    return state().total();
  }

  /** Applies the preview with the batches the application uses. */
  public void apply() {
    begin();
    worker.work(run, token);
    if (state().state() != State.DONE) {
      throw new IllegalStateException("re-dating ended as " + state());
    }
  }
}
