package io.onewindow.simulation;

import io.onewindow.simulation.kernel.Replication;
import io.onewindow.simulation.kernel.Tally;
import io.onewindow.simulation.kernel.TaskLog;
import io.onewindow.simulation.result.Estimate;
import io.onewindow.simulation.result.Findings;
import io.onewindow.simulation.scenario.RunPlan;
import io.onewindow.simulation.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the replications of one scenario, on as many threads as one likes with the same result. */
final class Experiment {

  /** More replications come in such portions, so that threads do not decide how many. */
  private static final int PORTION = 10;

  private final Scenario scenario;
  private final Laboratory.Watch watch;

  Experiment(Scenario scenario, Laboratory.Watch watch) {
    this.scenario = scenario;
    this.watch = watch;
  }

  /**
   * @param log hears the first replication
   * @return null when cancelled
   */
  Findings run(TaskLog log) {
    Findings findings = new Findings(scenario.setup());
    ExecutorService threads = Executors.newFixedThreadPool(watch.threads());
    try {
      int done = portion(findings, threads, 0, scenario.plan().replications(), log);
      while (done > 0 && wantsMore(findings)) {
        int most = scenario.plan().stop().maxReplications();
        done = portion(findings, threads, done, Math.min(most, done + PORTION), log);
      }
      return done < 0 ? null : findings;
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean wantsMore(Findings findings) {
    RunPlan.StopRule rule = scenario.plan().stop();
    if (rule == null || findings.replications() >= rule.maxReplications()) {
      return false;
    }
    Estimate known = findings.estimate(rule.figure());
    return !(known.halfWidth() <= rule.relativeHalfWidth() * Math.abs(known.mean()));
  }

  /** How many are done now, -1 when cancelled. */
  private int portion(Findings findings, ExecutorService threads, int from, int to, TaskLog log) {
    List<Future<Tally>> running = new ArrayList<>();
    int next = from;
    for (int i = from; i < to; i++) {
      while (next < to && next - i < 2 * watch.threads()) {
        running.add(submit(threads, next++, log));
      }
      Tally tally = await(running.get(i - from));
      running.set(i - from, null);
      if (tally == null) {
        return -1;
      }
      findings.add(tally);
      watch.progress().accept(i + 1);
    }
    return to;
  }

  private Future<Tally> submit(ExecutorService threads, int number, TaskLog log) {
    return threads.submit(
        () ->
            Replication.run(
                scenario.setup(),
                scenario.plan().seed(),
                number,
                number == 0 ? log : TaskLog.NONE,
                watch.cancelled()));
  }

  private static Tally await(Future<Tally> running) {
    try {
      return running.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("仿真被中断");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
