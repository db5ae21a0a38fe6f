package io.onewindow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.fuzz.Mutation.Spoilt;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.model.ModelSource;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.story.Hall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The shipped models, forms and a calendar, spoilt, by each way they can come in: refused with a
 * Chinese sentence, storing nothing, or taken; and the hall works on. The build tries a few;
 * bench/fuzz.md says how to try thousands.
 */
@FaceTest
class ModelFuzzIT {

  private static final int MODELS = Integer.getInteger("onewindow.fuzz.models", 30);
  private static final long PATIENCE_MILLIS = Long.getLong("onewindow.fuzz.patience", 30_000);

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private RepositoryService repository;
  @Autowired private DataSource database;
  @LocalServerPort private int port;

  private final long seed = Long.getLong("onewindow.fuzz.seed", 20_260_915);
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  private final ObjectMapper json = new ObjectMapper();
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private Tables tables;
  private Wire wire;
  private Listener listener;
  private Mutation mutation;

  @BeforeEach
  void remember() throws IOException {
    hall.itIs("2026-09-15T10:00");
    tables = new Tables(database);
    tables.remember();
    wire = new Wire(port);
    listener = new Listener();
    mutation = new Mutation(random, listener.port());
  }

  @AfterEach
  void leaveNothingBehind() throws IOException {
    listener.close();
    tables.restore();
    hall.closes();
  }

  @Test
  void aSpoiltModelIsRefusedOrTakenWhole() throws IOException {
    List<Resource> bpmn = shipped("processes/**/*.bpmn");
    List<Resource> dmn = shipped("processes/**/*.dmn");
    List<Resource> forms = shipped("forms/**/*.form");
    String calendar = text(shipped("calendars/fictitious-2027.csv").get(0));
    for (int i = 0; i < MODELS; i++) {
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> deploy(pick(bpmn), mutation.xml(text(last)));
        case 4, 5 -> deploy(pick(dmn), mutation.xml(text(last)));
        case 6 -> deploy(pick(forms), mutation.json(text(last)));
        case 7 -> load(mutation.any(calendar));
        case 8 -> experiment(mutation.json(SCENARIO));
        default -> simulate(pick(bpmn), mutation.xml(text(last)));
      }
    }
    System.out.println(outcomes);
    assertThat(wrong).as("seed %d: %d of %d", seed, wrong.size(), MODELS).isEmpty();
    assertThat(listener.calls()).as("calls that something sent made").isZero();
    assertThat(outcomes.keySet()).anyMatch(one -> one.endsWith("400"));
    OrdinaryCase.isTaken(face);
  }

  private static final String SCENARIO =
      """
      {"service": "company-registration", "scenario": {
        "approval": {"jurisdiction": "ningyang", "cases": 60, "warmUpCases": 0, "seed": 1,
          "replications": 4, "start": "2026-09-01T09:00:00+08:00", "distributions": "pix"}}}
      """;

  private Resource last;

  private Resource pick(List<Resource> all) {
    last = all.get(random.nextInt(all.size()));
    return last;
  }

  /** By the release role, over the engine's interface; what is taken is taken back at once. */
  private void deploy(Resource original, Spoilt spoilt) throws IOException {
    String file = original.getFilename();
    Map<String, Long> before = tables.counts();
    RawAnswer answer = wire.send(deployment(file, spoilt.content()));
    String what = file.substring(file.lastIndexOf('.') + 1);
    judge(what, file + ", " + spoilt.how(), answer, before);
    if (answer.status() == 200) {
      boolean mustNot = spoilt.how().startsWith("code") || spoilt.how().contains("entit");
      if (mustNot && !new String(spoilt.content(), StandardCharsets.UTF_8).equals(text(original))) {
        wrong.add(file + ", " + spoilt.how() + ": was taken");
      }
      repository.deleteDeployment(json.readTree(answer.body()).path("id").asText(), true);
    }
  }

  private static byte[] deployment(String file, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ascii(
            "--limit\r\nContent-Disposition: form-data; name=\"data\"; filename=\""
                + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
    body.writeBytes(content);
    body.writeBytes(ascii("\r\n--limit--\r\n"));
    return request(
        "/engine-rest/deployment/create",
        "nyRelease",
        "multipart/form-data; boundary=limit",
        body.toByteArray());
  }

  private void load(Spoilt spoilt) throws IOException {
    Map<String, Object> notice = new LinkedHashMap<>();
    notice.put("csv", new String(spoilt.content(), StandardCharsets.UTF_8));
    notice.put("number", "虚构〔2026〕0号");
    notice.put("title", "关于2027年的虚构通知");
    notice.put("url", "https://example.org/2027");
    byte[] body = bytes(notice);
    Map<String, Long> before = tables.counts();
    RawAnswer shown =
        wire.send(request("/api/v1/calendars/preview", "admin", "application/json", body));
    judge("calendar", spoilt.how(), shown, before);
    if (shown.status() >= 400) {
      RawAnswer loaded = wire.send(request("/api/v1/calendars", "admin", "application/json", body));
      judge("calendar", spoilt.how() + ", loaded", loaded, before);
    }
  }

  private void experiment(Spoilt spoilt) throws IOException {
    Map<String, Long> before = tables.counts();
    judge(
        "experiment",
        spoilt.how(),
        wire.send(
            request(
                "/api/v1/experiments/check", "nyTrainer", "application/json", spoilt.content())),
        before);
  }

  /** As the command line does it: no server is asked. */
  private void simulate(Resource original, Spoilt spoilt) throws IOException {
    String what = original.getFilename() + ", " + spoilt.how();
    long start = System.nanoTime();
    try {
      ProgramReader.read(
          ProgramReader.parse(spoilt.content(), original.getFilename()), new Shipped());
      count("simulate taken");
    } catch (Problem refused) {
      count("simulate refused");
      if (!refused.getMessage().matches("(?s).*\\p{IsHan}{2}.*")
          || refused.getMessage().contains("Exception")) {
        wrong.add("simulate " + what + ": " + refused.getMessage());
      }
    } catch (RuntimeException | StackOverflowError fault) {
      StackTraceElement at = fault.getStackTrace()[0];
      wrong.add("simulate " + what + ": " + fault + " at " + at);
    }
    if ((System.nanoTime() - start) / 1_000_000 > PATIENCE_MILLIS) {
      wrong.add("simulate " + what + ": took too long");
    }
  }

  private void judge(String kind, String what, RawAnswer answer, Map<String, Long> before) {
    count(kind + " " + answer.status());
    String body = answer.body().substring(0, Math.min(400, answer.body().length()));
    Verdict.on("POST", answer)
        .ifPresent(why -> wrong.add(kind + " " + what + ": " + why + " " + answer.status() + body));
    if (answer.status() >= 400 && !tables.counts().equals(before)) {
      wrong.add(kind + " " + what + ": a refused one stored something");
    }
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  private byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static byte[] request(String path, String person, String type, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        ascii(
            String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Authorization: " + Face.basic(person + ":onewindow"),
                "Content-Type: " + type,
                "Content-Length: " + body.length,
                "",
                "")));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(Resource file) throws IOException {
    return file.getContentAsString(StandardCharsets.UTF_8);
  }

  private static List<Resource> shipped(String pattern) throws IOException {
    Resource[] found =
        new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
    assertThat(found).as(pattern).isNotEmpty();
    return List.of(found);
  }

  /** What a model calls, as it is shipped. */
  private static final class Shipped implements ModelSource {

    @Override
    public Optional<byte[]> process(String id) {
      return find("processes/**/" + id + ".bpmn");
    }

    @Override
    public Optional<byte[]> decision(String id) {
      return find("processes/**/" + id + ".dmn");
    }

    @Override
    public Optional<byte[]> form(String id) {
      return find("forms/**/" + id + ".form");
    }

    private static Optional<byte[]> find(String pattern) {
      try {
        Resource[] found =
            pattern.matches("[\\w/*.-]+")
                ? new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)
                : new Resource[0];
        return found.length == 0 ? Optional.empty() : Optional.of(found[0].getContentAsByteArray());
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
  }
}
