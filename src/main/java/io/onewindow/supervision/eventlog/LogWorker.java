package io.onewindow.supervision.eventlog;

import io.onewindow.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Writes the logs that were asked for, one after the other, on a thread of its own. */
@Component
class LogWorker implements DisposableBean {

  /** Somebody asked that the log not be written to its end. */
  private static final class Stopped extends RuntimeException {
    Stopped() {
      super("stopped", null, false, false);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(LogWorker.class);
  private static final int LONGEST_QUEUE = 10;

  /** A writer says something after every page of cases, which takes seconds at the very most. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private final EventLogs logs;
  private final LogJobs jobs;
  private final LogSettings settings;
  private final Clock time;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(LONGEST_QUEUE),
          work -> new Thread(work, "event-log"));

  LogWorker(EventLogs logs, LogJobs jobs, LogSettings settings, Clock time) {
    this.logs = logs;
    this.jobs = jobs;
    this.settings = settings;
    this.time = time;
  }

  /** Where the finished log lies. */
  Path file(LogJob job) {
    return settings.folder().resolve(job.id() + job.format().ending());
  }

  /**
   * @throws Problem 409 when too many wait already
   */
  void begin(LogJob job) {
    tidy();
    jobs.add(job);
    try {
      thread.execute(() -> work(job));
    } catch (RejectedExecutionException busy) {
      jobs.forget(job.id());
      throw Problem.conflict("logs-busy", "等待导出的日志已有 " + LONGEST_QUEUE + " 份，请稍后再试。");
    }
  }

  void work(LogJob job) {
    try {
      EventLogs.Written written =
          logs.write(
              job.format(),
              job.selection(),
              file(job),
              (done, total) -> {
                if (thread.isShutdown() || !jobs.reached(job.id(), done, total, now())) {
                  throw new Stopped();
                }
              });
      jobs.complete(job.id(), written, now());
    } catch (Stopped stopped) {
      boolean asked = !thread.isShutdown();
      jobs.end(
          job.id(),
          asked ? LogJob.State.CANCELLED : LogJob.State.FAILED,
          asked ? null : "服务停止，导出中断，没有留下文件；请重新导出。",
          now());
    } catch (Problem refused) {
      jobs.end(job.id(), LogJob.State.FAILED, refused.getMessage(), now());
    } catch (RuntimeException failed) {
      LOG.error("event log {} was not written", job.id(), failed);
      jobs.end(job.id(), LogJob.State.FAILED, "导出时出错，没有留下文件；请联系运维人员。", now());
    }
  }

  /** Those whose node died are said to have failed; those past their time go with their files. */
  void tidy() {
    Instant now = now();
    jobs.giveUp(now.minus(PATIENCE), "执行导出的节点已停止，没有留下文件；请重新导出。");
    for (String id : jobs.olderThan(now.minus(settings.keep()))) {
      jobs.find(id).ifPresent(this::forget);
    }
  }

  private void forget(LogJob job) {
    try {
      Files.deleteIfExists(file(job));
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
    jobs.forget(job.id());
  }

  private Instant now() {
    return time.instant();
  }

  @Override
  public void destroy() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(10, TimeUnit.SECONDS);
  }
}
