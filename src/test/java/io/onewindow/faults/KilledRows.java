package io.onewindow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;

/**
 * F14 without the application: a process commits two rows at a time into an H2 file with the
 * product's settings and says which; it is killed, and the file is opened again. No transaction may
 * be half there or out of turn; how many of the last are missing is counted.
 */
final class KilledRows {

  private static final Duration LONGEST_START = Duration.ofMinutes(1);
  private static final int SHORTEST = 300;
  private static final int SPREAD = 1500;

  private final Random chance;

  KilledRows(long seed) {
    chance = new Random(seed);
  }

  boolean again(int times) {
    Path folder;
    try {
      folder = Files.createTempDirectory("onewindow-h2-");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    String url = "jdbc:h2:file:" + folder.resolve("onewindow");
    boolean sound = true;
    try {
      for (int i = 0; i < times; i++) {
        int acknowledged = killed(url, i);
        sound &= isSound(url, i, acknowledged);
      }
    } finally {
      Cluster.delete(folder);
    }
    say(sound ? "PASSED" : "FAILED");
    return sound;
  }

  /** How many transactions the process said were committed before it was killed. */
  private int killed(String url, int round) {
    try {
      Path said = Files.createTempFile("onewindow-h2-", ".said");
      Process writer =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  KilledRows.class.getName(),
                  url,
                  String.valueOf(round))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(said.toFile())
              .start();
      if (!Site.await(LONGEST_START, () -> lines(said) > 0)) {
        throw new AssertionError("nothing is written");
      }
      Site.pause(Duration.ofMillis(SHORTEST + chance.nextInt(SPREAD)));
      writer.destroyForcibly();
      writer.onExit().join();
      int acknowledged = lines(said);
      Files.delete(said);
      return acknowledged;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static int lines(Path said) {
    try (var lines = Files.lines(said)) {
      return (int) lines.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isSound(String url, int round, int acknowledged) {
    try (Connection file = DriverManager.getConnection(url, "sa", "");
        Statement statement = file.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select count(*), count(distinct n), coalesce(max(n) + 1, 0) from drill where round"
                    + " = "
                    + round)) {
      found.next();
      int rows = found.getInt(1);
      int transactions = found.getInt(2);
      boolean whole = rows == 2 * transactions && transactions == found.getInt(3);
      say(
          "time %d: %d committed and told, %d there, %s"
              .formatted(round + 1, acknowledged, transactions, whole ? "all whole" : "NOT WHOLE"));
      return whole;
    } catch (SQLException refused) {
      say("time %d: refused: %s".formatted(round + 1, refused.getMessage()));
      return false;
    }
  }

  /** The process that is killed. */
  public static void main(String[] args) throws SQLException {
    try (Connection file = DriverManager.getConnection(args[0], "sa", "");
        Statement statement = file.createStatement()) {
      statement.execute("create table if not exists drill (round int, n int)");
      file.setAutoCommit(false);
      try (PreparedStatement insert = file.prepareStatement("insert into drill values (?, ?)")) {
        for (int n = 0; n < Integer.MAX_VALUE; n++) {
          insert.setInt(1, Integer.parseInt(args[1]));
          insert.setInt(2, n);
          insert.executeUpdate();
          insert.executeUpdate();
          file.commit();
          say(String.valueOf(n));
        }
      }
    }
  }

  private static void say(String what) {
    System.out.println(what);
  }
}
