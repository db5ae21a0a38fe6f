package io.onewindow.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngineConfiguration;

/**
 * One PostgreSQL server for the virtual machine, started when it is first asked for, and as many
 * empty databases in it as are wanted. It writes to the disk as a real one does. It comes with the
 * build; as root, which PostgreSQL refuses, it runs in a user namespace of its own.
 */
public final class Postgres {

  /** Of the server's own administrator, who may connect from this machine without a password. */
  public static final String USER = "postgres";

  /** What the prod profile asks of the driver. */
  public static final List<String> DRIVER =
      List.of(
          "spring.datasource.hikari.data-source-properties.reWriteBatchedInserts=true",
          "spring.datasource.hikari.data-source-properties.preparedStatementCacheQueries=1024",
          "spring.datasource.hikari.data-source-properties.preparedStatementCacheSizeMiB=16");

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final String OTHERS =
      "select exists (select 1 from pg_stat_activity"
          + " where backend_type = 'client backend' and pid <> pg_backend_pid())";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Postgres() {}

  /** Starts when the class is first used; the failure is kept for everybody who asks later. */
  private static final class Server {
    private static final EmbeddedPostgres RUNNING;
    private static final Exception FAILURE;

    static {
      EmbeddedPostgres started = null;
      Exception failure = null;
      try {
        started =
            EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // not at the same time as the applications that use it, but after them
                .setRegisterShutdownHook(false)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(stop(started)));
      } catch (IOException | RuntimeException refused) {
        failure = refused;
      }
      RUNNING = started;
      FAILURE = failure;
    }
  }

  private static Runnable stop(EmbeddedPostgres server) {
    return () -> {
      try {
        awaitNobody(server);
      } finally {
        close(server);
      }
    };
  }

  /** Until the applications that are closed at the same time have let go of their connections. */
  private static void awaitNobody(EmbeddedPostgres server) {
    long end = System.nanoTime() + LONGEST.toNanos();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        PreparedStatement others = connection.prepareStatement(OTHERS)) {
      while (System.nanoTime() < end && isAny(others)) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    } catch (SQLException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private static boolean isAny(PreparedStatement others) throws SQLException {
    try (ResultSet row = others.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  /** Why there is no server here, null when there is one. */
  static Exception failure() {
    return Server.FAILURE;
  }

  /** The JDBC address of a new and empty database. */
  public static String newDatabase() {
    return newDatabase("template1");
  }

  /** The JDBC address of a new database with the tables of the engine and nothing in them. */
  public static String newEngineDatabase() {
    return newDatabase(EngineTables.TEMPLATE);
  }

  private static String newDatabase(String template) {
    String name = "test_" + DATABASES.incrementAndGet();
    execute("create database " + name + " template " + template);
    return "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name;
  }

  /** Made when they are first asked for: copying them takes a tenth of the time. */
  private static final class EngineTables {
    private static final String TEMPLATE = make();

    private static String make() {
      String address = newDatabase();
      ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
          .setProcessEngineName("template")
          .setJdbcDriver("org.postgresql.Driver")
          .setJdbcUrl(address)
          .setJdbcUsername(USER)
          .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
          .setHistory(ProcessEngineConfiguration.HISTORY_FULL)
          .setJobExecutorActivate(false)
          .buildProcessEngine()
          .close();
      return name(address);
    }
  }

  /**
   * Gives the disk back.
   *
   * @param address of a database that nobody uses any more
   */
  public static void drop(String address) {
    execute("drop database " + name(address) + " with (force)");
  }

  private static String name(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static void execute(String command) {
    try (Connection server = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = server.createStatement()) {
      statement.execute(command);
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
