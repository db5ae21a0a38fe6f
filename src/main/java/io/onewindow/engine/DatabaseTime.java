package io.onewindow.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's clock is the one clock of all nodes: a node whose own is wrong goes by the
 * database's, so that it neither fires what is not due nor dates an application wrongly. Within the
 * tolerance the machine's clock is left alone.
 */
@Component
@Profile("prod")
@EnableConfigurationProperties(DatabaseTimeSettings.class)
final class DatabaseTime implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseTime.class);

  private final JdbcClient jdbc;
  private final DatabaseTimeSettings settings;
  private final BackgroundWork work = new BackgroundWork("clock", this::compareOnce);

  /** What is added to the machine's clock. */
  private Duration offset = Duration.ZERO;

  /** Compares at once: before anything can be dated by this node. */
  DatabaseTime(JdbcClient jdbc, DatabaseTimeSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
    compare();
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    work.begin(settings.compareEvery());
  }

  boolean compareOnce() {
    try {
      compare();
    } catch (DataAccessException away) {
      // without a database there is nothing to date, either
      LOG.debug("the database's clock cannot be read", away);
    }
    return false;
  }

  private void compare() {
    long asked = System.nanoTime();
    Instant official =
        jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    Duration travelled = Duration.ofNanos(System.nanoTime() - asked);
    Instant machine = ClockUtil.getCurrentTime().toInstant().minus(offset);
    Duration behind = Duration.between(machine, official.plus(travelled.dividedBy(2)));
    if (travelled.compareTo(settings.tolerance()) < 0) {
      follow(behind);
    }
  }

  private void follow(Duration behind) {
    boolean right = behind.abs().compareTo(settings.tolerance()) <= 0;
    Duration wanted = right ? Duration.ZERO : behind;
    if (wanted.minus(offset).abs().compareTo(settings.tolerance().dividedBy(2)) < 0) {
      return;
    }
    offset = wanted;
    ClockUtil.offset(offset.toMillis());
    if (right) {
      LOG.warn("本机时钟已与数据库一致。");
    } else {
      LOG.error("本机时钟与数据库相差 {} 秒，已改按数据库的时间办理；请检查本机和数据库的 NTP 校时。", behind.toSeconds());
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    work.end();
    ClockUtil.reset();
  }
}
