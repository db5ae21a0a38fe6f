package io.onewindow.faults;

import io.onewindow.production.Node;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** F8: a node that runs out of memory ends at once; the others go on. */
final class StarvedNode {

  /** What the virtual machine ends with when told to end at the first lack of memory. */
  private static final int OUT_OF_MEMORY = 3;

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** Enough to start, for a few requests, and not for large ones; with 160 it does not start. */
  private static final int MEGABYTES = 224;

  private static final int AT_ONCE = 12;
  private static final int LARGE = 24 << 20;

  private final Site site;
  private final long seed;

  StarvedNode(Site site, long seed) {
    this.site = site;
    this.seed = seed;
  }

  boolean ends() {
    Node starved =
        site.node("small", Map.of(), "-Xmx" + MEGABYTES + "m", "-XX:+ExitOnOutOfMemoryError");
    starved.start();
    starved.awaitReady();
    boolean ended;
    try (Clerks clerks = site.clerks(seed, Duration.ofSeconds(1), LONGEST_ANSWER)) {
      Site.pause(Duration.ofSeconds(15));
      ended = starve(starved);
      Site.pause(Duration.ofSeconds(20));
    }
    int code = ended ? starved.process().exitValue() : 0;
    site.say("the starved node has ended: " + ended + ", with " + code);
    return site.concludes(LONGEST) && code == OUT_OF_MEMORY;
  }

  /** Large applications, many at once, until the node is gone. */
  private boolean starve(Node node) {
    byte[] large = new byte[LARGE];
    Arrays.fill(large, (byte) 'x');
    String body = "{\"service\":\"" + new String(large, StandardCharsets.US_ASCII) + "\"}";
    long end = System.nanoTime() + LONGEST.toNanos();
    while (node.process().isAlive() && System.nanoTime() < end) {
      CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(() -> send(node, body)))
                  .limit(AT_ONCE)
                  .toArray(CompletableFuture[]::new))
          .join();
    }
    try {
      return node.process().waitFor(1, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static void send(Node node, String body) {
    try {
      node.send(
          node.request(Site.CHIEF, "/api/v1/cases")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body)));
    } catch (UncheckedIOException gone) {
      Thread.onSpinWait();
    }
  }
}
