package io.onewindow.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Experiments over HTTP: who may, what is refused and where, what a run leaves and what not. */
@FaceTest
class ExperimentsIT {

  private static final String PATH = "/api/v1/experiments";
  private static final String TRAINER = "nyTrainer";
  private static final String SMALL =
      "'jurisdiction': 'ningyang', 'cases': 60, 'warmUpCases': 0, 'replications': 4";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired private Face face;

  @Value("${onewindow.data-dir}")
  private Path dataDirectory;

  @AfterEach
  void leavesNothing() {
    for (JsonNode one : face.get(TRAINER, PATH).json()) {
      delete(one.get("id").asText());
    }
  }

  private static String proposal(String approval) {
    return "{'service': 'company-registration', 'scenario': {'approval': {%s}}}"
        .formatted(approval)
        .replace('\'', '"');
  }

  private Answer start(String approval) {
    return face.postText(TRAINER, PATH, proposal(approval));
  }

  private Answer delete(String id) {
    return face.send(face.request(TRAINER, PATH + "/" + id).DELETE());
  }

  private String started(String approval) {
    Answer started = start(approval);
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    assertThat(started.header("Location")).isEqualTo(PATH + "/" + started.text("/id"));
    return started.text("/id");
  }

  private JsonNode finished(String id) {
    await(() -> !List.of("WAITING", "RUNNING").contains(state(id)));
    assertThat(state(id)).isEqualTo("DONE");
    return face.get(TRAINER, PATH + "/" + id + "/file").json();
  }

  private String state(String id) {
    return face.get(TRAINER, PATH + "/" + id).text("/state");
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(until);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/services", "/00000000-0000-0000-0000-000000000000"})
  void areForTrainersAndAdministratorsOnly(String path) {
    Answer nobody = face.get(null, PATH + path);
    assertThat(nobody.status()).isEqualTo(401);
    for (String person : List.of("nyClerk", "nySupervisor", "nyTax", "nyApproval")) {
      Answer refused = face.get(person, PATH + path);
      assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("trainers-only");
      assertThat(refused.text("/detail")).contains("培训人员");
    }
    int found = path.startsWith("/0") ? 404 : 200;
    assertThat(face.get(TRAINER, PATH + path).status()).isEqualTo(found);
    assertThat(face.get("admin", PATH + path).status()).isEqualTo(found);
  }

  @Test
  void offersEveryServiceAndSaysWhichHasABaseline() {
    JsonNode services = face.get(TRAINER, PATH + "/services").json();
    assertThat(services.findValuesAsText("id"))
        .contains("company-registration", "completion-acceptance")
        .doesNotContain("hand-out", "supervise-overdue", "send-message");
    for (JsonNode one : services) {
      for (String place : List.of("liaocheng", "shenxian", "ningyang", "hekou")) {
        assertThat(one.at("/baselines/" + place + "/0/id").asText())
            .as(one.get("id") + " " + place)
            .isEqualTo("assumptions");
      }
      assertThat(one.at("/versions/0").asInt()).isPositive();
    }
    Answer none = face.get(TRAINER, PATH + "/services/hand-out?jurisdiction=ningyang");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.code()).isEqualTo("no-baseline");
    Answer nowhere = face.get(TRAINER, PATH + "/services/company-registration?jurisdiction=x");
    assertThat(nowhere.status()).isEqualTo(400);
  }

  @Test
  void laysOutTheWorkbench() {
    JsonNode bench =
        face.get(TRAINER, PATH + "/services/company-registration?jurisdiction=ningyang").json();
    assertThat(bench.at("/full/approval/jurisdiction").asText()).isEqualTo("ningyang");
    assertThat(bench.get("assumed").toString()).contains("approval.staff");
    assertThat(bench.at("/groups/tax").asText()).contains("税务");
    assertThat(bench.get("diagrams").fieldNames())
        .toIterable()
        .contains("company-registration", "receive-and-accept");
    JsonNode tax =
        Stream.iterate(0, i -> i + 1)
            .map(bench.get("elements")::get)
            .filter(one -> one.get("element").asText().equals("userTask_handleTax"))
            .findFirst()
            .orElseThrow();
    assertThat(tax.get("process").asText()).isEqualTo("company-registration");
    assertThat(tax.get("pool").asText()).isEqualTo("tax");
    assertThat(tax.get("step").asText()).isEqualTo("tax");
    assertThat(tax.get("joins")).hasSize(1);
  }

  @Test
  void runsAndGivesAFileThatHoldsEverything() {
    String id = started(SMALL + ", 'edits': [{'edit': 'addStaff', 'group': 'tax'}]");
    JsonNode file = finished(id);
    assertThat(file.at("/head/format").asText()).isEqualTo("onewindow-experiment");
    assertThat(file.at("/scenario/approval/cases").asInt()).isEqualTo(60);
    JsonNode result = file.get("result");
    assertThat(result.get("sentences").toString()).contains("税务", "增加 1 人");
    assertThat(result.at("/scenarios/baseline/replications").asInt()).isEqualTo(4);
    assertThat(result.at("/scenarios/baseline/brokenInvariants")).isEmpty();
    assertThat(result.at("/differences/pool.tax.queue.mean/significant").isBoolean()).isTrue();
    assertThat(result.at("/distributions/case/times").size())
        .isEqualTo(result.at("/distributions/case/after").size());
    assertThat(result.at("/diagrams/whatIf").asText()).contains("bpmn:definitions");
    assertThat(result.at("/elements/whatIf").size())
        .isEqualTo(result.at("/elements/baseline").size());
    assertThat(result.get("assumptions")).isNotEmpty();
    // the same file again gives the same result
    Answer again =
        face.post(
            TRAINER,
            PATH,
            Map.of("service", "company-registration", "scenario", file.get("scenario")));
    assertThat(finished(again.text("/id")).get("result")).isEqualTo(result);
  }

  @Test
  void areTheirOwnersOnly() {
    String id = started(SMALL);
    finished(id);
    for (String path : List.of("", "/file")) {
      assertThat(face.get("sxTrainer", PATH + "/" + id + path).status()).isEqualTo(404);
    }
    assertThat(face.send(face.request("sxTrainer", PATH + "/" + id).DELETE()).status())
        .isEqualTo(404);
    assertThat(face.get("sxTrainer", PATH).body()).doesNotContain(id);
    assertThat(face.get(TRAINER, PATH).body()).contains(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'cases': 0 | approval.cases | 应在 1 至",
        "'cases': 100001 | approval.cases | 最多 100000",
        "'replications': 201 | approval.replications | 最多 200",
        "'jurisdiction': 'atlantis' | approval.jurisdiction | ningyang",
        "'model': 'completion-acceptance' | approval.model | 情景属于模型",
        "'durations': {'userTask_handleTax': 'PT-5M'} | approval.durations.userTask_handleTax | 不能为负",
        "'durations': {'userTask_nothing': 'PT5M'} | approval.durations.userTask_nothing | 没有元素",
        "'outcomes': {'userTask_followUp': {'followUpDecision': {'continue': 0.6, 'finish': 0.5}}} | approval.outcomes.userTask_followUp.followUpDecision | 1.1",
        "'edits': [{'edit': 'addStaff', 'group': 'nobody'}] | approval.edits[0].group | 没有部门 nobody",
        "'edits': [{'edit': 'addStaff', 'group': 'tax', 'amount': -1}] | approval.edits[0].amount | 应在 1 至",
        "'edits': [{'edit': 'setReturnRate', 'rate': 1.1}] | approval.edits[0].rate | 0 至 1",
        "'edits': [{'edit': 'scaleArrivals', 'factor': 0}] | approval.edits[0].factor | 大于 0",
        "'edits': [{'edit': 'setLimit', 'step': 'case', 'limit': '4 CARROTS'}] | approval.edits[0].limit | 3 WORKING_DAY",
        "'edits': [{'edit': 'setLimit', 'step': 'cse', 'limit': '4 OFFICE_HOUR'}] | approval.limits.cse | 没有步骤",
        "'edits': [{'edit': 'skipTask', 'task': 'userTask_nothing'}] | approval.edits[0].task | 没有任务",
        "'edits': [{'edit': 'useModelVersion', 'file': 'company-registration@99'}] | approval.edits[0].file | 找不到模型",
        "'edits': [{'edit': 'useModelVersion', 'file': '../../etc/passwd'}] | approval.edits[0].file | 找不到模型",
        "'staffNeeded': {'target': 0.9, 'most': 51} | approval.staffNeeded.most | 最多 50",
      })
  void refusesAtTheFieldBeforeAnythingRuns(String wrong, String place, String remedy) {
    for (String path : List.of(PATH, PATH + "/check")) {
      Answer refused =
          face.postText(
              TRAINER,
              path,
              proposal(
                  "'warmUpCases': 0, "
                      + (wrong.contains("cases") ? wrong : "'cases': 5, " + wrong)));
      assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("simulation-refused");
      assertThat(refused.fields()).containsExactly(place);
      assertThat(refused.text("/detail")).contains(place, remedy);
    }
    assertThat(face.get(TRAINER, PATH).json()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'distribution_name': 'uniform', 'distribution_params': [{'value': 600}, {'value': 900}]} | 两种读法",
        "{'distribution_name': 'cauchy', 'distribution_params': [{'value': 1}]} | 不支持",
        "{'distribution': 'exponential', 'mean': 'PT-5M'} | 负",
      })
  void refusesAmbiguousAndImpossibleArrivals(String arrivals, String remedy) {
    String body =
        ("{'service': 'company-registration', 'scenario': {'arrival_time_distribution': %s,"
                + " 'approval': {'cases': 5, 'warmUpCases': 0}}}")
            .formatted(arrivals)
            .replace('\'', '"');
    Answer refused = face.postText(TRAINER, PATH, body);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    assertThat(refused.fields().get(0)).startsWith("arrival_time_distribution");
    assertThat(refused.text("/detail")).contains(remedy);
  }

  @Test
  void refusesARunThatWouldNeverEnd() {
    // who supplements is asked to supplement again, for ever
    Answer refused = start("'cases': 20, 'warmUpCases': 0, 'returns': {'rate': 1, 'again': 1}");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    assertThat(refused.text("/detail")).contains("有办件老也办不完");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"a\": 1, \"a\": 2}", "{\"service\": 5}", "null"})
  void refusesWhatIsNoProposal(String body) {
    Answer refused = face.postText(TRAINER, PATH, body);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
  }

  @Test
  void refusesAnUnknownServiceAndTooLargeAFile() {
    Answer unknown = face.postText(TRAINER, PATH, "{\"service\": \"no-such\", \"scenario\": {}}");
    assertThat(unknown.status()).isEqualTo(404);
    Answer large =
        face.postText(
            TRAINER, PATH, "{\"service\": \"x\", \"note\": \"" + "a".repeat(2_000_001) + "\"}");
    assertThat(large.status()).isEqualTo(413);
  }

  @Test
  void aCancelledRunLeavesNothingBehind() throws IOException {
    String id =
        started(SMALL.replace("60", "100000").replace("'replications': 4", "'replications': 200"));
    await(() -> state(id).equals("RUNNING"));
    Answer early = face.get(TRAINER, PATH + "/" + id + "/file");
    assertThat(early.status()).isEqualTo(409);
    assertThat(delete(id).status()).isEqualTo(204);
    assertThat(face.get(TRAINER, PATH + "/" + id).status()).isEqualTo(404);
    assertThat(face.get(TRAINER, PATH).json()).isEmpty();
    assertThat(delete(id).status()).isEqualTo(404);
    // its threads are free again: the next one runs and ends
    finished(started(SMALL));
    try (Stream<Path> files = Files.walk(dataDirectory.resolve("laboratory"))) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.contains(id));
    }
  }

  @Test
  void aQueueMeetsItsTheory() {
    Answer started =
        face.post(
            TRAINER,
            PATH + "/self-checks",
            Map.of("servers", 3, "gap", 600, "service", 1200, "cases", 20000, "seed", 3));
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    JsonNode rows = finished(started.text("/id")).at("/result/theory");
    assertThat(rows).hasSize(5);
    assertThat(rows.at("/1/theory").asDouble()).isBetween(533.33, 533.34);
    for (JsonNode row : rows) {
      double exact = row.get("theory").asDouble();
      assertThat(row.get("mean").asDouble())
          .as(row.toString())
          .isBetween(exact * 0.97, exact * 1.03);
    }
  }

  @Test
  void aQueueThatOnlyGrowsHasNoTheory() {
    Answer crowded =
        face.post(
            TRAINER, PATH + "/self-checks", Map.of("servers", 2, "gap", 600, "service", 1200));
    assertThat(crowded.status()).isEqualTo(400);
    assertThat(crowded.fields()).containsExactly("service");
    Answer wrong =
        face.post(TRAINER, PATH + "/self-checks", Map.of("servers", 0, "replications", 1));
    assertThat(wrong.fields()).containsExactly("servers", "replications");
  }
}
