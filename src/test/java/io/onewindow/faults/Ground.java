package io.onewindow.faults;

import io.onewindow.production.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a hall stands on: a primary whose write-ahead log has a small volume of its own and is
 * archived, a standby, and a network between them and the nodes, all of which can be broken.
 */
final class Ground implements AutoCloseable {

  static final String DATABASE = "onewindow";
  static final String STANDBY = "second";

  /** Of each node: few, so that they can be used up. */
  static final int POOL = 5;

  /** And of its own for jobs, at most. */
  static final int POOL_OF_JOBS = 12;

  private static final Duration SETTLED = Duration.ofMinutes(3);
  private static final String VOLUME_SIZE = "256m";

  private final Path volume;
  private final Path archive;
  private final Cluster primary;
  private final Cluster standby;
  private final CutProxy network;
  private final Site site;
  private final Duration moment;
  private long seed;

  /**
   * Creates it all, tables included; nobody works yet.
   *
   * @param nodes how many
   * @param moment between two things that a clerk does
   */
  Ground(String drill, long seed, int nodes, Duration moment) {
    this.seed = seed;
    this.moment = moment;
    volume = newFolder("onewindow-volume-");
    command("mount", "-t", "tmpfs", "-o", "size=" + VOLUME_SIZE, "tmpfs", volume.toString());
    archive = newFolder("onewindow-archive-");
    Path wal = givenFolder(volume.resolve("wal"));
    primary =
        Cluster.create(
            wal,
            "max_wal_size = 64MB",
            // the network here keeps the server's end of what is half open alive for ever
            "max_connections = 400",
            "archive_mode = on",
            "archive_command = 'cp %p " + archive + "/%f'");
    primary.newDatabase(DATABASE);
    network = new CutProxy(primary.port(), seed);
    standby = primary.standby(STANDBY);
    site = new Site(drill, address()).prepared(Node.JAR);
    for (int i = 0; i < nodes; i++) {
      site.node(
          String.valueOf((char) ('a' + i)),
          Map.of("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", String.valueOf(POOL)));
    }
  }

  /** The nodes start, and everybody gets an account. */
  void opens() {
    site.opens();
  }

  /** Both servers, as docs/operations.md says, the first of them across the network. */
  private String address() {
    return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s?targetServerType=primary"
        .formatted(network.port(), standby.port(), DATABASE);
  }

  /** Everybody works, until closed; what they want is new each time. */
  Clerks clerks() {
    seed++;
    return site.clerks(seed, moment, Duration.ofSeconds(30));
  }

  /** Compares once what nodes do by themselves is done; prints what is wrong. */
  boolean isSound() {
    List<Finding> findings = site.findings(SETTLED);
    findings.forEach(one -> site.say("WRONG " + one));
    site.say(findings.isEmpty() ? "nothing lost, nothing double, nothing stuck" : "NOT SOUND");
    return findings.isEmpty();
  }

  /** How long after now the first node has acknowledged a new case again. */
  Duration untilWritten() {
    long begun = System.nanoTime();
    site.starts(site.nodes().get(0), seed);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  Site site() {
    return site;
  }

  Cluster primary() {
    return primary;
  }

  Cluster standby() {
    return standby;
  }

  CutProxy network() {
    return network;
  }

  /** The small volume of the write-ahead log. */
  Path volume() {
    return volume;
  }

  /** Where the primary's log is archived. */
  Path archive() {
    return archive;
  }

  static Path newFolder(String prefix) {
    try {
      return given(Files.createTempDirectory(prefix));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Path givenFolder(Path folder) {
    try {
      return given(Files.createDirectories(folder));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Path given(Path folder) throws IOException {
    Cluster.giveToPostgres(folder);
    return folder;
  }

  private static void command(String... words) {
    try {
      Process process = new ProcessBuilder(words).inheritIO().start();
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError(String.join(" ", words));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  @Override
  public void close() {
    site.close();
    network.close();
    standby.close();
    primary.close();
    command("umount", volume.toString());
    Cluster.delete(volume);
    Cluster.delete(archive);
  }
}
