package io.onewindow.engine;

import io.onewindow.problem.Problem;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets cases be played in a time other than the real one, in the demo profile only. While somebody
 * plays, the one clock of the application is moved by hand, no timer fires by itself and nobody
 * else writes: it would carry a false time. Afterwards the clock is real again, whatever happened.
 */
@Component
@Profile("demo")
public class PlayedTime {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final ProcessEngineConfigurationImpl engine;
  private final JdbcClient jdbc;

  /** Held for reading by everybody's changes, for writing by the play. */
  private final ReadWriteLock changes = new ReentrantReadWriteLock();

  PlayedTime(ProcessEngineConfigurationImpl engine, JdbcClient jdbc) {
    this.engine = engine;
    this.jdbc = jdbc;
  }

  /**
   * Plays on this thread, once the changes that are under way have ended.
   *
   * @param play is handed what sets the clock
   * @throws Problem 409 when timers that fire at the moment do not end
   */
  public void play(Consumer<Consumer<Instant>> play) {
    changes.writeLock().lock();
    JobExecutor timers = engine.getJobExecutor();
    boolean held = timers != null && timers.isActive();
    try {
      if (held) {
        timers.shutdown();
        awaitTimersAtWork();
      }
      play.accept(instant -> ClockUtil.setCurrentTime(Date.from(instant)));
    } finally {
      ClockUtil.reset();
      if (held) {
        timers.start();
      }
      changes.writeLock().unlock();
    }
  }

  /** Does something while nobody changes anything through the faces; the clock goes on. */
  void alone(Runnable work) {
    changes.writeLock().lock();
    try {
      work.run();
    } finally {
      changes.writeLock().unlock();
    }
  }

  /** False while somebody plays; otherwise no play begins before {@link #changeEnds}. */
  boolean changeBegins() {
    return changes.readLock().tryLock();
  }

  /** On the thread on which the change began. */
  void changeEnds() {
    changes.readLock().unlock();
  }

  private void awaitTimersAtWork() {
    Instant begun = now();
    while (timersAtWork() > 0) {
      if (Duration.between(begun, now()).compareTo(PATIENCE) > 0) {
        throw Problem.conflict("timers-at-work", "系统正在处理到期的定时事项，请稍后再试。");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private int timersAtWork() {
    return jdbc.sql("select count(*) from ACT_RU_JOB where LOCK_EXP_TIME_ > ?")
        .param(Timestamp.from(now()))
        .query(Integer.class)
        .single();
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}
