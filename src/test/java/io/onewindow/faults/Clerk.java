package io.onewindow.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** One clerk at work: looks, takes, fills in, hands in, and takes new applications in. */
final class Clerk {

  private static final DateTimeFormatter ENGINE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int OK = 200;
  private static final int REFUSED = 400;
  private static final double QUERIES = 0.2;

  private final Person person;
  private final Switchboard nodes;
  private final Ledger ledger;
  private final Papers papers;
  private final Random chance;
  private final double starts;
  private final List<String> receipts = new ArrayList<>();

  /**
   * @param starts share of what the clerk does that takes a new application in
   */
  Clerk(
      Person person,
      Switchboard nodes,
      Ledger ledger,
      Papers papers,
      Random chance,
      double starts) {
    this.person = person;
    this.nodes = nodes;
    this.ledger = ledger;
    this.papers = papers;
    this.chance = chance;
    this.starts = starts;
  }

  /** Does one thing. */
  void act() {
    double draw = chance.nextDouble();
    if (draw < starts) {
      start();
    } else if (draw < starts + QUERIES && !receipts.isEmpty()) {
      get("/api/v1/cases/" + receipts.get(chance.nextInt(receipts.size())));
    } else {
      work();
    }
  }

  /** Takes an application in; its receipt number when that was acknowledged. */
  Optional<String> start() {
    String key = person.id() + "-" + chance.nextLong();
    long deed = ledger.wants(Deed.Kind.START, person.id(), key);
    String body = Answers.text(papers.application(chance, person.jurisdiction()));
    Optional<HttpResponse<String>> answer =
        nodes.ask(
            deed,
            "/api/v1/cases",
            signed(
                request ->
                    request
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))),
            true,
            PATIENCE);
    Optional<String> receiptNo =
        answer
            .filter(one -> one.statusCode() < REFUSED)
            .map(one -> Answers.parsed(one.body()).path("receiptNo").asText());
    receiptNo.ifPresent(receipts::add);
    return receiptNo;
  }

  /** Goes on with what is already the clerk's own, else takes one of what is offered. */
  private void work() {
    JsonNode own = get("/engine-rest/task?maxResults=5&assignee=" + person.id());
    if (own.size() > 0) {
      complete(own.get(0), Papers.process(own.get(0)));
      return;
    }
    JsonNode offered =
        get(
            "/engine-rest/task?unassigned=true&maxResults=30&sortBy=dueDate&sortOrder=asc"
                + "&candidateGroup="
                + person.group());
    if (offered.size() > 0) {
      JsonNode task = offered.get(chance.nextInt(offered.size()));
      remember(task);
      if (claim(task.path("id").asText())) {
        complete(task, Papers.process(task));
      }
    }
  }

  /**
   * Does that task, whatever else there is.
   *
   * @param service of the case that it belongs to
   * @param unclaimed whether it is nobody's yet
   */
  void does(JsonNode task, String service, boolean unclaimed) {
    if (!unclaimed || claim(task.path("id").asText())) {
      complete(task, service);
    }
  }

  private void remember(JsonNode task) {
    if (task.path("due").isTextual()) {
      ledger.seen(
          task.path("id").asText(),
          OffsetDateTime.parse(task.path("due").asText(), ENGINE).toInstant());
    }
  }

  private boolean claim(String task) {
    long deed = ledger.wants(Deed.Kind.CLAIM, person.id(), task);
    String body = Answers.text(Map.of("userId", person.id()));
    return nodes
        .ask(deed, "/engine-rest/task/" + task + "/claim", posts(body), true, PATIENCE)
        .filter(answer -> answer.statusCode() < REFUSED)
        .isPresent();
  }

  /** Whoever does not know whether it is done looks first, and only then hands in again. */
  private void complete(JsonNode task, String service) {
    String id = task.path("id").asText();
    Map<String, Object> form =
        papers.filled(
            task, service, chance, () -> get("/engine-rest/task/" + id + "/form-variables"));
    long deed = ledger.wants(Deed.Kind.COMPLETE, person.id(), id);
    String body = Answers.text(Map.of("variables", form));
    boolean doubt = false;
    while (!Thread.currentThread().isInterrupted()) {
      Optional<HttpResponse<String>> answer =
          nodes.ask(deed, "/engine-rest/task/" + id + "/submit-form", posts(body), false, PATIENCE);
      if (answer.isPresent() && answer.get().statusCode() < Deed.SERVER_ERROR && !doubt) {
        return;
      }
      if (answer.isPresent() && answer.get().statusCode() < REFUSED) {
        return;
      }
      doubt = true;
      if (isDone(id)) {
        ledger.foundDone(deed);
        return;
      }
      if (answer.isPresent() && answer.get().statusCode() < Deed.SERVER_ERROR) {
        return;
      }
    }
  }

  private boolean isDone(String task) {
    JsonNode past = get("/engine-rest/history/task?taskId=" + task);
    return "completed".equals(past.at("/0/deleteReason").asText());
  }

  /** An empty list when nobody answers. */
  private JsonNode get(String path) {
    long deed = ledger.wants(Deed.Kind.QUERY, person.id(), path);
    return nodes
        .ask(deed, path, signed(HttpRequest.Builder::GET), true, PATIENCE)
        .filter(answer -> answer.statusCode() == OK)
        .map(answer -> Answers.parsed(answer.body()))
        .orElseGet(() -> Answers.parsed("[]"));
  }

  private UnaryOperator<HttpRequest.Builder> posts(String body) {
    return signed(
        request ->
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  private UnaryOperator<HttpRequest.Builder> signed(UnaryOperator<HttpRequest.Builder> request) {
    return plain -> request.apply(plain.header("Authorization", person.authorization()));
  }
}
