package io.onewindow.supervision.fact;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes in by itself what happens, on a thread of its own. */
@Component
class ProjectionWorker implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectionWorker.class);

  private final Projection projection;
  private final FigureSettings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "figures"));

  ProjectionWorker(Projection projection, FigureSettings settings) {
    this.projection = projection;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (settings.unattended()) {
      long rest = settings.every().toMillis();
      thread.scheduleWithFixedDelay(this::work, rest, rest, TimeUnit.MILLISECONDS);
    }
  }

  /** What fails is tried again the next time; a thrown exception would end the schedule. */
  private void work() {
    try {
      while (!thread.isShutdown() && projection.step()) {
        // until nothing is left
      }
    } catch (RuntimeException failed) {
      LOG.error("the figures could not be brought up to date", failed);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(10, TimeUnit.SECONDS);
  }
}
