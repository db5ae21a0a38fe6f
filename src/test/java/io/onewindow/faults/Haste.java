package io.onewindow.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Lets timers come due all the time, so that nodes always have something to do by themselves. */
final class Haste implements AutoCloseable {

  static final DateTimeFormatter ENGINE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final int TIMERS = 200;

  private final Person chief =
      new Person(Site.CHIEF, Site.PASSWORD, "camunda-admin", Site.JURISDICTION);
  private final Switchboard nodes;
  private final Ledger ledger;
  private final Random chance;
  private final Thread thread = new Thread(this::loop, "haste");
  private volatile boolean working = true;

  Haste(Switchboard nodes, Ledger ledger, long seed) {
    this.nodes = nodes;
    this.ledger = ledger;
    this.chance = new Random(seed);
  }

  Haste start() {
    thread.start();
    return this;
  }

  private void loop() {
    while (working) {
      hasten();
      Site.pause(MOMENT);
    }
  }

  private void hasten() {
    String path = "/engine-rest/job?timers=true&sortBy=jobId&sortOrder=desc&maxResults=" + TIMERS;
    JsonNode timers =
        ask(path, HttpRequest.Builder::GET)
            .map(answer -> Answers.parsed(answer.body()))
            .orElseGet(() -> Answers.parsed("[]"));
    if (timers.isArray() && timers.size() > 0) {
      String job = timers.get(chance.nextInt(timers.size())).path("id").asText();
      String now = ZonedDateTime.now(Site.ENGINE_ZONE).format(ENGINE);
      ask(
          "/engine-rest/job/" + job + "/duedate",
          request ->
              request
                  .header("Content-Type", "application/json")
                  .PUT(BodyPublishers.ofString(Answers.text(Map.of("duedate", now)))));
    }
  }

  private Optional<HttpResponse<String>> ask(
      String path, UnaryOperator<HttpRequest.Builder> request) {
    long deed = ledger.wants(Deed.Kind.QUERY, chief.id(), path);
    return nodes.ask(
        deed,
        path,
        plain -> request.apply(plain.header("Authorization", chief.authorization())),
        true,
        PATIENCE);
  }

  @Override
  public void close() {
    working = false;
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
