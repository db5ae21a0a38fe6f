package io.onewindow.faults;

import io.onewindow.database.Postgres;
import io.onewindow.production.Node;
import io.onewindow.production.NodeRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * F12: a dump and a base backup taken while everybody works are restored, the second up to a point
 * after it, and compared row by row with what was there at that point.
 */
final class RestoreDrill {

  private static final Duration WORK = Duration.ofSeconds(15);
  private static final String POINT = "drill";

  /** From a dead database to a node that works on the restored one. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final long GIGABYTE = 1L << 30;

  private final Ground ground;
  private Duration recovery = Duration.ZERO;

  RestoreDrill(Ground ground) {
    this.ground = ground;
  }

  /** The same of a database of some size. */
  boolean equal(int gigabytes) {
    try (Clerks clerks = ground.clerks()) {
      Site.await(LONGEST, this::hasCasesThatEnded);
    }
    long bytes = new History(ground.primary(), Ground.DATABASE).fill(gigabytes * GIGABYTE);
    ground.site().closesTheAccount();
    ground.site().say("the database has " + (bytes >> 20) + " MB");
    return equal();
  }

  private boolean hasCasesThatEnded() {
    String ended = "select count(*) >= 20 from ow_case where closed_at is not null";
    return ground.site().database().sql(ended).query(Boolean.class).single();
  }

  boolean equal() {
    Path backup = Ground.newFolder("onewindow-backup-");
    try (Cluster restored = Cluster.restoreInto()) {
      boolean dumped;
      try (Clerks clerks = ground.clerks()) {
        Site.pause(WORK);
        dumped = dumpIsEqual(backup);
        takeBaseBackup(restored);
        Site.pause(WORK);
      }
      // what comes after the point must not come back
      ground.site().nodes().forEach(Node::stop);
      Map<String, String> there = Digests.of(ground.site().database());
      ground.primary().execute("select pg_create_restore_point('" + POINT + "')");
      ground.primary().execute("create table after_the_point (i int)");
      ground.primary().execute("select pg_switch_wal()");
      boolean recovered = recover(restored, there) && works(restored);
      ground.site().nodes().forEach(Node::start);
      ground.site().nodes().forEach(Node::awaitReady);
      return ground.isSound() && dumped && recovered;
    } finally {
      Cluster.delete(backup);
    }
  }

  /** The dump shows one moment of the work; the same moment is looked at beside it. */
  private boolean dumpIsEqual(Path backup) {
    String file = backup.resolve("dump").toString();
    try (Connection moment = ground.primary().connect(Ground.DATABASE);
        Statement statement = moment.createStatement()) {
      statement.execute("begin isolation level repeatable read");
      JdbcClient seen = JdbcClient.create(new SingleConnectionDataSource(moment, true));
      String snapshot = seen.sql("select pg_export_snapshot()").query(String.class).single();
      long begun = System.nanoTime();
      Cluster.run(
          List.of(
              "pg_dump",
              "-d",
              ground.primary().connection() + " dbname=" + Ground.DATABASE,
              "-Fc",
              "--snapshot=" + snapshot,
              "-f",
              file));
      ground.site().say("dumped under load in " + since(begun));
      Map<String, String> there = Digests.of(seen);
      return isEqual(there, restoreDump(file), "dump");
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Map<String, String> restoreDump(String file) {
    try (Cluster other = Cluster.create()) {
      long begun = System.nanoTime();
      String url = other.newDatabase(Ground.DATABASE);
      // a dump says what roles may do, not who they are
      NodeRole.create(url);
      Cluster.run(
          List.of("pg_restore", "-d", other.connection() + " dbname=" + Ground.DATABASE, file));
      ground.site().say("the dump restored in " + since(begun));
      return Digests.of(client(url));
    }
  }

  private void takeBaseBackup(Cluster restored) {
    long begun = System.nanoTime();
    Cluster.run(
        List.of(
            "pg_basebackup",
            "-d",
            ground.primary().connection(),
            "-D",
            restored.data().toString(),
            "-X",
            "stream",
            "--checkpoint=fast"));
    Cluster.run(List.of("pg_verifybackup", "-n", restored.data().toString()));
    ground.site().say("base backup taken under load and verified in " + since(begun));
  }

  private boolean recover(Cluster restored, Map<String, String> there) {
    long begun = System.nanoTime();
    restored.configure(
        "archive_mode = off",
        "restore_command = 'cp " + ground.archive() + "/%f %p'",
        "recovery_target_name = '" + POINT + "'",
        "recovery_target_action = promote");
    try {
      Path signal = Files.createFile(restored.data().resolve("recovery.signal"));
      Cluster.giveToPostgres(signal);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    restored.start();
    String writable = "select not pg_is_in_recovery()";
    JdbcClient database = client(restored.url(Ground.DATABASE));
    Site.await(Duration.ofMinutes(2), () -> database.sql(writable).query(Boolean.class).single());
    recovery = Duration.ofNanos(System.nanoTime() - begun);
    ground.site().say("recovered to the point in " + recovery.toMillis() + " ms");
    return isEqual(there, Digests.of(database), "base backup and archive");
  }

  /** A node starts on it, and the audit's chain ends with the same seal. */
  private boolean works(Cluster restored) {
    String url = restored.url(Ground.DATABASE);
    String before = audit("audit-before", ground.primary().url(Ground.DATABASE));
    boolean same = audit("audit-restored", url).equals(before);
    ground.site().say("verify-audit says the same of both: " + same + "; " + before);
    long begun = System.nanoTime();
    Node node = new Node("restored", url, Map.of());
    try {
      node.start();
      node.awaitReady();
      ground.site().say("a node works on it after " + since(begun));
    } finally {
      node.kill();
    }
    Duration whole = recovery.plusNanos(System.nanoTime() - begun);
    ground.site().say("from the base backup to a node that works: " + whole.toMillis() + " ms");
    return same && whole.compareTo(LONGEST) < 0;
  }

  private static String audit(String name, String url) {
    int code = Node.run(name, url, Map.of(), "verify-audit");
    return code + " " + String.join(" ", Node.printed(name).lines().toList());
  }

  private boolean isEqual(Map<String, String> there, Map<String, String> restored, String way) {
    restored.forEach(
        (table, digest) -> {
          if (!digest.equals(there.get(table))) {
            ground.site().say("DIFFERS " + table + ": " + there.get(table) + ", " + digest);
          }
        });
    boolean equal = there.equals(restored);
    ground.site().say(way + ": " + there.size() + " tables, equal in count and digest: " + equal);
    return equal;
  }

  private static JdbcClient client(String url) {
    return JdbcClient.create(new DriverManagerDataSource(url, Postgres.USER, ""));
  }

  private static String since(long begun) {
    return (System.nanoTime() - begun) / 1_000_000 + " ms";
  }
}
