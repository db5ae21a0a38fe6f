package io.onewindow.production;

import io.onewindow.face.Face;
import io.onewindow.face.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long a refused sign-in takes, by who is named: somebody, nobody, somebody locked.
 * Ends with exit code 1 if an account and nobody are further apart than a fifth. Starts the jar in
 * the demo profile, in a folder and on a port of its own: see bench/sign-in.md.
 */
final class SignInTimes {

  private static final int SAMPLES = 200;
  private static final int WARM_UP = 40;

  /** More wrong passwords than an account takes; the measured one must not be locked. */
  private static final int TRIES = WARM_UP + SAMPLES + 10;

  private static final String KNOWN = "known";
  private static final String UNKNOWN = "unknown";
  private static final String LOCKED = "nyClerk";

  /** How far from the time for an account that for nobody may be; our own criterion. */
  private static final double APART = 0.2;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final Map<String, long[]> nanos = new LinkedHashMap<>();
  private String text;

  private SignInTimes(int port) {
    this.port = port;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("sign-in-times");
    int port = FreePort.find();
    Process jar =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-jar",
                arguments.length > 0 ? arguments[0] : "target/onewindow.jar",
                "--server.port=" + port,
                "--onewindow.data-dir=" + folder,
                "--onewindow.sign-in.tries-per-account=" + TRIES,
                "--onewindow.sign-in.tries-per-address=1000000",
                "--onewindow.sign-in.window=12h",
                // as in production; the demo profile hashes no longer than need be
                "--onewindow.sign-in.hash-strength=10")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    boolean alike;
    try {
      alike = new SignInTimes(port).measure();
    } finally {
      jar.destroy();
      jar.waitFor(1, TimeUnit.MINUTES);
    }
    System.exit(alike ? 0 : 1);
  }

  /** Whether the time does not tell an account from nobody. */
  private boolean measure() throws InterruptedException {
    awaitReady();
    for (int i = 0; i < TRIES; i++) {
      once(LOCKED);
    }
    for (int i = -WARM_UP; i < SAMPLES; i++) {
      // one after the other, so that what else the machine does meets all alike
      sample(KNOWN, "nyTax", i);
      sample(UNKNOWN, "nobody" + (i + WARM_UP), i);
      sample("locked", LOCKED, i);
    }
    double known = median(KNOWN);
    nanos.forEach(
        (who, times) ->
            System.out.printf(
                "%-8s median %7.2f ms, 10 %% %7.2f, 90 %% %7.2f, to known %.3f%n",
                who, median(who), at(times, 0.1), at(times, 0.9), median(who) / known));
    System.out.println("one text for all: " + text);
    boolean alike = Math.abs(median(UNKNOWN) / known - 1) <= APART;
    System.out.println(
        alike ? "nobody and an account: alike" : "nobody and an account: TOLD APART");
    return alike;
  }

  private void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (System.nanoTime() < end) {
      try {
        once("nobody");
        return;
      } catch (IllegalStateException notYet) {
        TimeUnit.SECONDS.sleep(1);
      }
    }
    throw new IllegalStateException("the application does not start");
  }

  private void sample(String who, String name, int number) {
    long begin = System.nanoTime();
    String said = once(name);
    long took = System.nanoTime() - begin;
    if (text == null) {
      text = said;
    }
    if (!said.equals(text)) {
      throw new IllegalStateException(who + " is told something else: " + said);
    }
    if (number >= 0) {
      nanos.computeIfAbsent(who, w -> new long[SAMPLES])[number] = took;
    }
  }

  private String once(String name) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/engine-rest/task/count"))
            .header("Authorization", Face.basic(name + ":wrong"))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 401) {
        throw new IllegalStateException(name + " " + answer.statusCode() + answer.body());
      }
      return answer.body();
    } catch (IOException notThere) {
      throw new IllegalStateException(notThere);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private double median(String who) {
    return at(nanos.get(who), 0.5);
  }

  private static double at(long[] times, double share) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }
}
