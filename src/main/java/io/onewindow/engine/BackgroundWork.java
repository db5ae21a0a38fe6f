package io.onewindow.engine;

import io.onewindow.problem.DatabaseAway;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work in steps on a thread of its own, looked for again and again while the application runs. */
public final class BackgroundWork {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

  private final String name;
  private final BooleanSupplier step;
  private final ScheduledExecutorService thread;

  /**
   * @param name of the thread
   * @param step does one step; whether another may follow at once
   */
  public BackgroundWork(String name, BooleanSupplier step) {
    this.name = name;
    this.step = step;
    this.thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, name));
  }

  /** Begins; rests that long when nothing is left to do. */
  public void begin(Duration rest) {
    thread.scheduleWithFixedDelay(
        this::work, rest.toMillis(), rest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What fails is tried again the next time; a thrown exception would end the schedule. */
  private void work() {
    try {
      while (!thread.isShutdown() && step.getAsBoolean()) {
        // until nothing is left
      }
    } catch (RuntimeException failed) {
      if (DatabaseAway.in(failed) != null) {
        LOG.warn("the work of {} waits for the database: {}", name, failed.getMessage());
        return;
      }
      LOG.error("the work of {} failed and is tried again", name, failed);
    }
  }

  /** Lets the step at hand end. */
  public void end() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(10, TimeUnit.SECONDS);
  }
}
