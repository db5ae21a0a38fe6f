package io.onewindow.faults;

import io.onewindow.faults.Finding.Fault;
import io.onewindow.production.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * F14: the demonstration, whose database is an H2 file, is killed while it writes and is opened
 * again, again and again. What it acknowledged in its last half second may be missing, for H2
 * writes to the file so much later; it is counted. Nothing may be there by halves.
 */
final class KilledFile {

  private static final String PASSWORD = "onewindow";
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final int SHORTEST = 3000;
  private static final int SPREAD = 4000;
  private static final String DRILL = "h2";

  private final Random chance;
  private final long seed;
  private final Set<String> missed = new HashSet<>();

  KilledFile(long seed) {
    this.seed = seed;
    this.chance = new Random(seed);
  }

  boolean again(int times) {
    Path folder = newFolder();
    String url = "jdbc:h2:file:" + folder.resolve("onewindow");
    JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "sa", ""));
    boolean sound = true;
    try (Ledger ledger = new Ledger(Path.of("target/nodes", DRILL + ".ledger"))) {
      Node node = node(folder, url);
      node.start();
      node.awaitReady();
      boolean said = Node.printed(DRILL).contains("H2，只用于演示、培训和试用");
      say("says at the start that it is for training only: " + said);
      node.stop();
      Check check = new Check(database, Site.ENGINE_ZONE);
      for (int i = 0; i < times && sound; i++) {
        write(node, ledger, i);
        sound = isConsistent(check.findings(ledger.read()), i + 1);
      }
      say(Figures.of(ledger.read()).toString());
      sound &= said;
    } finally {
      Cluster.delete(folder);
    }
    say(sound ? "PASSED" : "FAILED");
    return sound;
  }

  /**
   * Says what is wrong, and how much of what was ever acknowledged is missing or, as it was missing
   * then, was done once more.
   */
  private boolean isConsistent(List<Finding> findings, int time) {
    List<Finding> wrong = findings.stream().filter(one -> !isOfWhatIsMissing(one)).toList();
    wrong.forEach(one -> say("WRONG " + one));
    int lost = findings.size() - wrong.size();
    say("killed and opened again, time %d, %d wrong, %d lost".formatted(time, wrong.size(), lost));
    missed.addAll(
        findings.stream().filter(one -> one.fault() == Fault.LOST).map(Finding::what).toList());
    return wrong.isEmpty();
  }

  private boolean isOfWhatIsMissing(Finding one) {
    return one.fault() == Fault.LOST || one.fault() == Fault.DOUBLED && missed.contains(one.what());
  }

  private void write(Node node, Ledger ledger, int round) {
    node.start();
    node.awaitReady();
    Switchboard one = new Switchboard(List.of(node.uri()), ledger, LONGEST_ANSWER);
    try (Clerks clerks =
        new Clerks(people(), one, ledger, seed + round, Duration.ofMillis(20)).start()) {
      Site.pause(Duration.ofMillis(SHORTEST + chance.nextInt(SPREAD)));
      node.kill();
      node.process().onExit().join();
      // nobody is there to be asked again
      clerks.leave();
    }
  }

  private static List<Person> people() {
    return List.of(
        new Person("nyClerk", PASSWORD, "window", Site.JURISDICTION),
        new Person("nyTax", PASSWORD, "tax", Site.JURISDICTION),
        new Person("nyPower", PASSWORD, "power", Site.JURISDICTION));
  }

  private static Node node(Path folder, String url) {
    return new Node(
        DRILL,
        url,
        Map.of(
            "SPRING_PROFILES_ACTIVE",
            "demo",
            "SPRING_DATASOURCE_USERNAME",
            "sa",
            "SPRING_DATASOURCE_PASSWORD",
            "",
            "ONEWINDOW_DATADIR",
            folder.toString()));
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("onewindow-h2-");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void say(String what) {
    System.out.println(DRILL + " " + what);
  }
}
