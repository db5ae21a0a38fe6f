package io.onewindow.demo;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What acts cost the acting thread. What a play does between them, as to invent a form, is left
 * out.
 */
public final class Effort {

  /** Acts between rests: short, so that a machine that grows slower does so for both sides. */
  static final int STRETCH = 50;

  private static final double NANOS = 1e9;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final CountedStatements counted;
  private long wall;
  private long cpu;
  private int sinceRest;
  private Runnable rest = () -> {};

  /**
   * @param counted null where nothing is counted
   */
  Effort(CountedStatements counted) {
    this.counted = counted;
    count(false);
  }

  /** One act; acts do not hold others. */
  <T> T of(Supplier<T> act) {
    count(true);
    long cpuBefore = threads.getCurrentThreadCpuTime();
    long before = System.nanoTime();
    try {
      return act.get();
    } finally {
      wall += System.nanoTime() - before;
      cpu += threads.getCurrentThreadCpuTime() - cpuBefore;
      count(false);
      if (++sinceRest == STRETCH) {
        sinceRest = 0;
        rest.run();
      }
    }
  }

  /**
   * @param what somebody else does after so many acts of this side
   */
  void rest(Runnable what) {
    rest = what;
  }

  void of(Runnable act) {
    of(
        () -> {
          act.run();
          return null;
        });
  }

  private void count(boolean isAct) {
    if (counted != null) {
      counted.count(isAct);
    }
  }

  public double seconds() {
    return wall / NANOS;
  }

  public double cpuSeconds() {
    return cpu / NANOS;
  }

  /**
   * Seconds of CPU of the server's processes for the connections that are open, whatever they did;
   * 0 on H2.
   */
  public static double ofConnections(BeanFactory beans) {
    JdbcTemplate database = beans.getBean(JdbcTemplate.class);
    DataSource place = Objects.requireNonNull(database.getDataSource());
    try (Connection connection = place.getConnection()) {
      if (BareApplication.isH2(connection.getMetaData().getURL())) {
        return 0;
      }
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
    return database
        .queryForList(
            "select pid from pg_stat_activity where datname = current_database()", Long.class)
        .stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .flatMap(one -> one.info().totalCpuDuration().stream())
        .mapToDouble(cpu -> cpu.toNanos() / NANOS)
        .sum();
  }
}
