package io.onewindow.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** F7: the volume of the write-ahead log is full. */
final class FullDisk {

  private static final Duration WORK = Duration.ofSeconds(15);
  private static final Duration FULL = Duration.ofSeconds(20);
  private static final Duration ENDING = Duration.ofSeconds(3);
  private static final int SEGMENTS = 20;
  private static final int UNAVAILABLE = 503;

  private final Ground ground;

  FullDisk(Ground ground) {
    this.ground = ground;
  }

  boolean recovers() {
    Site site = ground.site();
    Path ballast = ground.volume().resolve("ballast");
    long before = Answered.lines(site.ledger());
    try (Clerks clerks = ground.clerks()) {
      Site.pause(WORK);
      site.say("the volume is full after another " + fill(ballast) + " bytes");
      useUpWhatIsLeft();
      Site.pause(FULL);
      site.say("the server runs: " + ground.primary().isRunning());
      Files.delete(ballast);
      Site.pause(ENDING);
      if (!ground.primary().isRunning()) {
        ground.primary().start();
      }
      site.say("space again, the first new case in " + ground.untilWritten().toMillis() + " ms");
      Site.pause(WORK);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    site.say("the server's own words: " + said());
    List<Answered> failed =
        Answered.since(site.ledger(), before).stream().filter(Answered::isFailure).toList();
    site.say("failures by status " + Answered.byStatus(failed));
    boolean worded = failed.stream().allMatch(one -> one.status() == UNAVAILABLE);
    return ground.isSound() & hasNoBadPage() && worded;
  }

  private static long fill(Path ballast) throws IOException {
    byte[] block = new byte[1 << 16];
    long written = 0;
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (!Thread.currentThread().isInterrupted()) {
        out.write(block);
        written += block.length;
      }
    } catch (IOException full) {
      return written;
    }
    return written;
  }

  /** The log has some segments ready beforehand; they are written full until it needs another. */
  private void useUpWhatIsLeft() {
    String segment = "select pg_logical_emit_message(false, 'fill', repeat('x', 16000000))";
    try {
      for (int i = 0; i < SEGMENTS; i++) {
        ground.primary().execute(segment);
      }
    } catch (IllegalStateException ended) {
      ground.site().say("writing ended: " + ended.getMessage());
    }
  }

  private String said() {
    return ground
        .primary()
        .log()
        .lines()
        .filter(line -> line.contains("No space left"))
        .findFirst()
        .orElse("nothing");
  }

  /** Every page of the primary's data still has the checksum that it was written with. */
  private boolean hasNoBadPage() {
    ground.primary().stop();
    int code = Cluster.exitCode(List.of("pg_checksums", "--check", "-D", data()));
    ground.site().say("bad pages: " + (code == 0 ? "none" : "SOME"));
    ground.primary().start();
    return code == 0;
  }

  private String data() {
    return ground.primary().data().toString();
  }
}
