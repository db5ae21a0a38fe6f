package io.onewindow.browser;

import io.onewindow.face.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The jar in the sandbox profile, as a trainer starts it. */
final class DrillJar implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port = FreePort.find();
  private final Path log;
  private final Process process;

  DrillJar(Path folder) throws IOException {
    log = Files.createDirectories(Path.of("target/drill-jar")).resolve("drill.log");
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    "target/onewindow.jar",
                    "--spring.profiles.active=sandbox",
                    "--server.port=" + port,
                    // tells every mapping
                    "--management.endpoints.web.exposure.include=health,prometheus,mappings",
                    "--onewindow.data-dir=" + folder))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Awaitility.await("the drill")
        .atMost(PATIENCE)
        .ignoreException(UncheckedIOException.class)
        .until(this::isReady);
  }

  private boolean isReady() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError("the drill has ended:\n" + Files.readString(log));
    }
    return send("nobody", "GET", "/", null).statusCode() == 200;
  }

  int port() {
    return port;
  }

  /** Asks as that person. */
  HttpResponse<String> send(String person, String method, String path, String body) {
    try {
      return client.send(
          request(person, method, path, body),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private HttpRequest request(String person, String method, String path, String body) {
    byte[] user = (person + ":onewindow").getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user))
        .header("Content-Type", "application/json")
        .method(
            method,
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
