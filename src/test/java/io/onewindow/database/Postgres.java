package io.onewindow.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

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
        awaitApplications();
        server.close();
      } catch (IOException left) {
        throw new UncheckedIOException(left);
      } catch (InterruptedException given) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Those of Spring Boot, which are closed at the same time; not every test has one. */
  private static void awaitApplications() throws InterruptedException {
    for (Thread one : Thread.getAllStackTraces().keySet()) {
      if (one.getName().equals("SpringApplicationShutdownHook")) {
        one.join();
      }
    }
  }

  /** Why there is no server here, null when there is one. */
  static Exception failure() {
    return Server.FAILURE;
  }

  /** The JDBC address of a new and empty database. */
  public static String newDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    try (Connection server = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = server.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
    return "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name;
  }
}
