package io.onewindow.promise;

import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Works through one run at a time on a thread of its own. */
@Component
class RedatingWorker implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(RedatingWorker.class);
  private static final int MOST_ATTEMPTS = 20;
  private static final long PATIENCE_MILLIS = 100;

  private final RedatingBatch batch;
  private final RedatingRuns runs;
  private final RedatingSettings settings;
  private final Callers callers;
  private final ApplicationEventPublisher events;
  private final Clock time;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1),
          work -> new Thread(work, "redating"));

  RedatingWorker(
      RedatingBatch batch,
      RedatingRuns runs,
      RedatingSettings settings,
      Callers callers,
      ApplicationEventPublisher events,
      Clock time) {
    this.batch = batch;
    this.runs = runs;
    this.settings = settings;
    this.callers = callers;
    this.events = events;
    this.time = time;
  }

  /**
   * Reports runs that a node left unfinished as stopped. One that began by itself goes on by
   * itself, any other by hand.
   */
  void reportUnfinished() {
    if (runs.stopAbandoned("服务重新启动，执行中断；请继续执行。", time.instant()) > 0) {
      LOG.warn("an unfinished re-dating was found and stopped");
    }
  }

  /**
   * Begins to work on a claimed run.
   *
   * @throws Problem 409 when this node still works on others
   */
  void begin(String runId, String worker) {
    try {
      thread.execute(() -> work(runId, worker));
    } catch (RejectedExecutionException busy) {
      runs.stop(runId, null, "本节点正忙，尚未开始；请稍后继续执行。", time.instant());
      throw Problem.conflict("redating-busy", "本节点正在执行另一次重新计算，请稍后继续。");
    }
  }

  /** Takes all steps that are left, unless somebody stops the run. */
  void work(String runId, String worker) {
    try {
      boolean more = true;
      while (more && !thread.isShutdown()) {
        more = callers.asSystem(() -> step(runId, worker));
      }
      if (!more) {
        events.publishEvent(runs.find(runId).map(RedatingRun::finished).orElseThrow());
      }
    } catch (RedatingRuns.Stopped stopped) {
      LOG.info(stopped.getMessage());
    } catch (RuntimeException failed) {
      LOG.error("re-dating {} stopped", runId, failed);
      runs.stop(runId, null, "执行中出错，已停在出错之处；请联系运维人员后继续执行。", time.instant());
    }
  }

  /** Takes one step again when somebody else changed one of its cases at the same moment. */
  private boolean step(String runId, String worker) {
    for (int attempt = 1; ; attempt++) {
      try {
        return batch.next(runId, worker, settings.casesPerBatch(), attempt == MOST_ATTEMPTS);
      } catch (OptimisticLockingException
          | TransientDataAccessException
          | HeldTimers.Firing meanwhile) {
        if (attempt == MOST_ATTEMPTS) {
          throw meanwhile;
        }
        LOG.debug("step of re-dating {} is repeated: {}", runId, meanwhile.getMessage());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(10, TimeUnit.SECONDS);
  }
}
