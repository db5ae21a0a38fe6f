package io.onewindow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Endpoint;
import io.onewindow.face.Endpoints;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import io.onewindow.fuzz.RequestGrammar.Request;
import io.onewindow.story.Hall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Whatever is asked of any endpoint, by whomever, in whichever writing: a refusal is a Chinese
 * sentence, nothing inside is shown, nothing of a refused request is stored, and the hall works on.
 * The build asks a few; bench/fuzz.md says how to ask tens of thousands.
 */
@FaceTest
@OnBothDatabases
class RequestFuzzIT {

  private static final int REQUESTS = Integer.getInteger("onewindow.fuzz.requests", 150);

  /** Plays cases for minutes when it is posted to, with a clock of its own. */
  private static final String MONTH = "/api/v1/demo/month";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final List<String> PEOPLE =
      Arrays.asList(null, "nyClerk", "nyTax", "nySupervisor", "nyTrainer", "nyRelease", "admin");

  /** Who is let in at most endpoints: each is asked by that person first when a run is long. */
  private static final String WIDEST = "admin";

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private Map<String, RequestMappingInfoHandlerMapping> mappings;
  @Autowired private ProcessEngineConfigurationImpl engine;
  @Autowired private DataSource database;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  private final long seed = Long.getLong("onewindow.fuzz.seed", 20_260_915);
  private Tables tables;
  private final Map<String, List<String>> sessions = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private long slowest;

  @BeforeEach
  void remember() {
    tables = new Tables(database);
    hall.itIs("2026-09-15T10:00");
    tables.remember();
  }

  @AfterEach
  void leaveNothingBehind() {
    takeBack();
    hall.closes();
  }

  /** Those in memory may have been suspended, which only their rows remember not to be. */
  private void forgetDefinitions() {
    engine.getDeploymentCache().discardProcessDefinitionCache();
    engine.getDeploymentCache().discardDecisionDefinitionCache();
  }

  @Test
  void everyRefusalIsAChineseSentenceAndStoresNothing() throws IOException {
    String receiptNo = OrdinaryCase.isTaken(face);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    RequestGrammar grammar = new RequestGrammar(random, known(receiptNo));
    PEOPLE.forEach(person -> sessions.put(person, session(person)));
    Wire wire = new Wire(port);
    List<Endpoint> all = all();
    Map<String, Endpoint> byName = new LinkedHashMap<>();
    all.forEach(one -> byName.put(one.toString(), one));
    Map<String, Endpoint> unasked = new LinkedHashMap<>(byName);
    boolean asksEach = REQUESTS >= 2 * byName.size();
    for (int i = 0; i < REQUESTS; i++) {
      boolean first = asksEach && !unasked.isEmpty();
      Endpoint endpoint =
          first ? unasked.values().iterator().next() : all.get(random.nextInt(all.size()));
      String person = first ? WIDEST : PEOPLE.get(random.nextInt(PEOPLE.size()));
      Request request =
          grammar.next(
              endpoint, byName.get("POST " + endpoint.path()), credentials(endpoint, person));
      if (request.method().equals(endpoint.method())) {
        unasked.remove(endpoint.toString());
      }
      boolean changes = !READING.contains(request.method());
      Map<String, Long> before = changes ? tables.counts() : Map.of();
      RawAnswer answer = wire.send(request.bytes());
      statuses.merge(answer.status(), 1, Integer::sum);
      slowest = Math.max(slowest, answer.millis());
      if (!endpoint.isOfMachines()) {
        Verdict.on(request.method(), answer).ifPresent(why -> note(why, request, answer));
      }
      if (changes && answer.status() >= 400) {
        Map<String, Long> after = tables.counts();
        if (!after.equals(before)) {
          note("stored something: " + difference(before, after), request, answer);
        }
      }
      if (i % 20 == 0) {
        letEverybodyTryAgain();
      }
    }
    System.out.println(statuses + ", the slowest after " + slowest + " ms");
    System.out.println(unasked.size() + " of " + byName.size() + " endpoints never asked");
    assertThat(wrong).as("seed %d: %d of %d requests", seed, wrong.size(), REQUESTS).isEmpty();
    assertThat(asksEach ? unasked.keySet() : Set.of()).as("never asked").isEmpty();
    assertThat(face.get(null, "/actuator/health").text("/status")).isEqualTo("UP");
    takeBack();
    tables.remember();
    OrdinaryCase.isTaken(face);
  }

  /** What an administrator may do: the clerk may have been deleted, and models suspended. */
  private void takeBack() {
    tables.restore();
    forgetDefinitions();
  }

  /** Our own endpoints are few and each is its own: they are asked as often as all the others. */
  private List<Endpoint> all() {
    List<Endpoint> all = new ArrayList<>(Endpoints.engines());
    all.addAll(Endpoints.screens());
    List<Endpoint> ours =
        new Endpoints(mappings).ours().stream().filter(one -> !MONTH.equals(one.path())).toList();
    assertThat(all).hasSizeGreaterThan(600);
    assertThat(ours).hasSizeGreaterThan(80);
    for (int size = all.size(), i = 0; i < size; i++) {
      all.add(ours.get(i % ours.size()));
    }
    return all;
  }

  private void letEverybodyTryAgain() {
    jdbc.sql("delete from ow_sign_in_attempt").update();
  }

  private void note(String why, Request request, RawAnswer answer) {
    String body = answer.body();
    wrong.add(
        "%s%n    %s%n    %d %s"
            .formatted(
                why,
                request.told().substring(0, Math.min(request.told().length(), 700)),
                answer.status(),
                body.substring(0, Math.min(body.length(), 300))));
  }

  private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> changed = new LinkedHashMap<>(after);
    changed.replaceAll((table, rows) -> rows - before.getOrDefault(table, 0L));
    changed.values().removeIf(rows -> rows == 0);
    return changed;
  }

  private List<String> credentials(Endpoint endpoint, String person) {
    if (endpoint.isOnScreens()) {
      return sessions.get(person);
    }
    return person == null
        ? List.of()
        : List.of("Authorization: " + Face.basic(person + ":onewindow"));
  }

  private List<String> session(String person) {
    WebSession session = person == null ? new WebSession(face) : WebSession.atWelcome(face, person);
    session.get("/camunda/app/welcome/default/");
    return session.credentials();
  }

  private Map<String, List<String>> known(String receiptNo) {
    String task = jdbc.sql("select min(id_) from act_ru_task").query(String.class).single();
    String instance =
        jdbc.sql("select min(proc_inst_id_) from act_ru_task").query(String.class).single();
    String definition =
        jdbc.sql("select min(proc_def_id_) from act_ru_task").query(String.class).single();
    Map<String, List<String>> known = new HashMap<>();
    known.put("id", List.of(task, instance, receiptNo, "x", "nyClerk"));
    known.put("taskId", List.of(task));
    known.put("receiptNo", List.of(receiptNo));
    known.put("name", List.of("default"));
    known.put("engineName", List.of("default"));
    known.put("key", List.of("company-registration", "promised-limit", "x"));
    known.put("service", List.of("company-registration"));
    known.put("jurisdiction", List.of("ningyang"));
    known.put("processDefinitionId", List.of(definition));
    known.put("processInstanceId", List.of(instance));
    known.put("varId", List.of("enterpriseName", "applicantIdNo"));
    known.put("path", List.of("x"));
    known.put("from", List.of("2026-01-01", "2026-09-15"));
    known.put("to", List.of("2026-12-31", "2025-01-01"));
    known.put("maxResults", List.of("1", "5"));
    known.put("firstResult", List.of("0"));
    return known;
  }
}
