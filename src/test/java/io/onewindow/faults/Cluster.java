package io.onewindow.faults;

import io.onewindow.database.Postgres;
import io.onewindow.face.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of the operating system's package (Debian: {@code postgresql-15}) in a folder
 * and on a port of its own, that can be broken in every way. It writes to the disk as a real one
 * does and has data checksums. As root it runs as the system's user {@code postgres}.
 */
public final class Cluster implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final Path PROGRAMS =
      Path.of(System.getProperty("onewindow.postgres", "/usr/lib/postgresql/15/bin"));
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A gigabyte is not restored in a moment. */
  private static final Duration LONGEST_PROGRAM = Duration.ofMinutes(15);

  private final Path home;
  private final int port;

  private Cluster(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  /** Whether a server can be started here; says loudly when not. */
  public static boolean isPossible() {
    if (Files.isExecutable(PROGRAMS.resolve("postgres"))) {
      return true;
    }
    LOG.error(
        "SKIPPED: there is no PostgreSQL in {} (Debian: postgresql-15; -Donewindow.postgres=…), so"
            + " nothing is proved of what happens when it fails.",
        PROGRAMS);
    return false;
  }

  /** A new, empty and running server. */
  public static Cluster create() {
    return create(null);
  }

  /**
   * @param wal a folder that {@code postgres} may write to, on another volume, for the write-ahead
   *     log; null to keep it beside the data
   * @param configuration further lines
   */
  public static Cluster create(Path wal, String... configuration) {
    Cluster cluster = new Cluster(newHome(), FreePort.find());
    List<String> initdb =
        new ArrayList<>(
            List.of("initdb", "-D", cluster.data().toString(), "-U", Postgres.USER, "-A", "trust"));
    initdb.addAll(List.of("-E", "UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-sync"));
    if (wal != null) {
      initdb.add("--waldir=" + wal);
    }
    run(initdb);
    cluster.configure(
        "fsync = on",
        "synchronous_commit = on",
        "full_page_writes = on",
        "wal_level = replica",
        "max_connections = 100",
        "shared_buffers = 128MB",
        "log_min_messages = warning");
    cluster.configure(configuration);
    cluster.start();
    return cluster;
  }

  /** A running standby of this server, which streams everything from it. */
  public Cluster standby(String name) {
    Cluster standby = restoreInto();
    run(
        List.of(
            "pg_basebackup",
            "-d",
            connection() + " application_name=" + name,
            "-D",
            standby.data().toString(),
            "-R",
            "--no-sync",
            "--checkpoint=fast"));
    standby.configure();
    standby.start();
    return standby;
  }

  /** A server whose data folder is still to be filled. */
  public static Cluster restoreInto() {
    return new Cluster(newHome(), FreePort.find());
  }

  /** Adds lines to the configuration, the later ones win; the server must be started anew. */
  public void configure(String... lines) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add("port = " + port);
    all.add("listen_addresses = '127.0.0.1'");
    all.add("unix_socket_directories = '" + home + "'");
    try {
      Files.write(data().resolve("postgresql.conf"), all, StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Changes one setting of the running server. */
  public void set(String name, String value) {
    execute("alter system set " + name + " = '" + value + "'");
    execute("select pg_reload_conf()");
  }

  /** Starts the server and waits until it answers. */
  public void start() {
    int code = tryToStart();
    if (code != 0) {
      throw new AssertionError("the server does not start:\n" + log());
    }
  }

  /** The exit code of the attempt; 0 when the server answers. */
  public int tryToStart() {
    return exitCode(
        List.of(
            "pg_ctl",
            "-D",
            data().toString(),
            "-l",
            logFile().toString(),
            "-w",
            "-t",
            "120",
            "start"));
  }

  /** Stops in order, cutting the connections. */
  public void stop() {
    run(List.of("pg_ctl", "-D", data().toString(), "-m", "fast", "-w", "stop"));
  }

  /** kill -9 of the server with all its processes, as when the machine dies. */
  public void kill() {
    ProcessHandle postmaster =
        ProcessHandle.of(pid()).orElseThrow(() -> new AssertionError("the server does not run"));
    List<ProcessHandle> children = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().join());
    postmaster.onExit().join();
  }

  /** Whether the server's process is there. */
  public boolean isRunning() {
    return Files.exists(data().resolve("postmaster.pid"))
        && ProcessHandle.of(pid()).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Makes the standby the primary and waits until it takes writes. */
  public void promote() {
    run(List.of("pg_ctl", "-D", data().toString(), "-w", "promote"));
  }

  /**
   * A server that was killed must not come back as a second primary: it will not start any more.
   */
  public void fence() {
    try {
      Files.write(
          data().resolve("postgresql.auto.conf"),
          List.of("fenced_off_after_failover = on"),
          StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Runs one of PostgreSQL's programs to its end; it must succeed. */
  public static void run(List<String> command) {
    int code = exitCode(command);
    if (code != 0) {
      throw new AssertionError("exit code " + code + ": " + command);
    }
  }

  /** Runs one of PostgreSQL's programs to its end. */
  public static int exitCode(List<String> command) {
    List<String> all = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      all.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    all.add(PROGRAMS.resolve(command.get(0)).toString());
    all.addAll(command.subList(1, command.size()));
    try {
      Process process =
          new ProcessBuilder(all)
              .directory(new File(System.getProperty("java.io.tmpdir")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(LONGEST_PROGRAM.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " does not end");
      }
      return process.exitValue();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** Executes one statement in the server's own database. */
  public void execute(String sql) {
    try (Connection server = connect("postgres");
        Statement statement = server.createStatement()) {
      statement.execute(sql);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), Postgres.USER, "");
  }

  /** The JDBC address of a new and empty database of that name. */
  public String newDatabase(String name) {
    execute("create database " + name);
    return url(name);
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** How PostgreSQL's own programs reach this server. */
  public String connection() {
    return "host=127.0.0.1 port=" + port + " user=" + Postgres.USER;
  }

  public int port() {
    return port;
  }

  public Path data() {
    return home.resolve("data");
  }

  /** What the server has written about itself. */
  public String log() {
    try {
      return Files.exists(logFile()) ? Files.readString(logFile()) : "";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Waits until a query is answered. */
  public void awaitReady() {
    Awaitility.await("port " + port)
        .atMost(PATIENCE)
        .ignoreException(SQLException.class)
        .until(() -> connect("postgres").isValid(1));
  }

  /** Stops the server, when it runs, and removes all that it has written. */
  @Override
  public void close() {
    if (isRunning()) {
      kill();
    }
    delete(home);
  }

  static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  private long pid() {
    try {
      return Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid")).get(0));
    } catch (IOException notRunning) {
      throw new UncheckedIOException(notRunning);
    }
  }

  private Path logFile() {
    return home.resolve("log");
  }

  private static Path newHome() {
    try {
      Path home = Files.createTempDirectory("onewindow-cluster-");
      giveToPostgres(home);
      return home;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** As root: to the user the server runs as. */
  static void giveToPostgres(Path folder) throws IOException {
    if ("root".equals(System.getProperty("user.name"))) {
      Files.setOwner(
          folder,
          folder
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(Postgres.USER));
    }
  }
}
