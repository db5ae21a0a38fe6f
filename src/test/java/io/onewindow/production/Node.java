package io.onewindow.production;

import io.onewindow.database.Postgres;
import io.onewindow.face.Face;
import io.onewindow.face.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One process of the jar in the prod profile, as it is met behind a proxy that ends TLS. */
public final class Node {

  /** Of the jar that the build has made. */
  public static final Path JAR = Path.of("target/onewindow.jar");

  private static final Path FOLDER = Path.of("target/nodes");
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String name;
  private final int port;
  private final String database;
  private final Map<String, String> settings;
  private final List<String> javaOptions;
  private Path jar = JAR;
  private Process process;

  Node(String name, String database) {
    this(name, database, Map.of());
  }

  /**
   * @param settings environment variables beside those that every node has
   * @param javaOptions of the virtual machine, after those that every node has
   */
  public Node(String name, String database, Map<String, String> settings, String... javaOptions) {
    this.name = name;
    this.database = database;
    this.settings = settings;
    this.javaOptions = List.of(javaOptions);
    port = FreePort.find();
  }

  /** Runs the jar with these arguments to its end, as the owner of the tables. */
  public static int run(
      String name, String database, Map<String, String> settings, String... arguments) {
    return run(JAR, name, database, settings, arguments);
  }

  /** Runs that jar with these arguments to its end, as the owner of the tables. */
  public static int run(
      Path jar, String name, String database, Map<String, String> settings, String... arguments) {
    try {
      // what one of that name printed before is not what this one prints
      Files.deleteIfExists(FOLDER.resolve(name + ".log"));
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
    Process process = launch(jar, name, database, settings, List.of(), arguments);
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(name + " does not end");
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  public static String printed(String name) {
    try {
      return Files.readString(FOLDER.resolve(name + ".log"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** By which the engine's records and the locks of its jobs call it. */
  public String name() {
    return name;
  }

  int port() {
    return port;
  }

  /** From now on starts that jar. */
  public void takes(Path other) {
    jar = other;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The process, whose end can be waited for and to which signals can be sent. */
  public Process process() {
    return process;
  }

  public void start() {
    Map<String, String> all = new HashMap<>();
    all.put("SPRING_DATASOURCE_USERNAME", NodeRole.NAME);
    all.putAll(settings);
    all.put("ONEWINDOW_NODE", name);
    all.put("ONEWINDOW_TLS", "proxy");
    process =
        launch(
            jar,
            name,
            database,
            all,
            javaOptions,
            "--server.port=" + port,
            "--camunda.bpm.job-execution.max-wait=200",
            "--camunda.bpm.job-execution.wait-time-in-millis=200");
  }

  public void awaitReady() {
    Awaitility.await(name)
        .atMost(PATIENCE)
        .ignoreException(UncheckedIOException.class)
        .until(this::isReady);
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new AssertionError(name + " has ended:\n" + printed(name));
    }
    return send(request("/").GET()).statusCode() == 200;
  }

  /** Asks the process to end, as systemd does, and waits until it has. */
  public void stop() {
    process.destroy();
    awaitEnd();
  }

  public void awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(name + " does not end");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  public void kill() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri().resolve(path)).header("X-Forwarded-Proto", "https");
  }

  public HttpRequest.Builder request(String person, String path) {
    return request(path).header("Authorization", Face.basic(person + ":" + TwoNodesIT.PASSWORD));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return client.send(request.build(), body);
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static Process launch(
      Path jar,
      String name,
      String database,
      Map<String, String> settings,
      List<String> javaOptions,
      String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx400m",
                "-Dfile.encoding=UTF-8"));
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(FOLDER);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(FOLDER.resolve(name + ".log").toFile()));
      Map<String, String> environment = builder.environment();
      environment.put("SPRING_PROFILES_ACTIVE", "prod");
      environment.put("SPRING_DATASOURCE_URL", database);
      environment.put("SPRING_DATASOURCE_USERNAME", Postgres.USER);
      environment.put("SPRING_DATASOURCE_PASSWORD", "not-asked-for-on-this-machine");
      environment.put("ONEWINDOW_PAPER_PUBLICADDRESS", "https://onewindow.example");
      environment.put("ONEWINDOW_PAPER_SIGNINGKEY", "b25seSBmb3IgdGhpcyB0ZXN0LCBub3QgYSBzZWNyZXQh");
      environment.put("ONEWINDOW_SIGNIN_BY", "accounts");
      environment.put("ONEWINDOW_SIGNIN_CHANGEINITIALPASSWORD", "false");
      environment.putAll(settings);
      return builder.start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
