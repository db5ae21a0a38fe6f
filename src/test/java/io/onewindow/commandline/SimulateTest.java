package io.onewindow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as the jar runs it; given an application class that cannot start, it needs none. */
class SimulateTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final CommandLine commandLine =
      new CommandLine(Void.class, new PrintStream(printed, true, StandardCharsets.UTF_8));

  @TempDir private Path folder;

  private static final String SMALL =
      "{\"approval\": {\"cases\": 60, \"warmUpCases\": 0, \"replications\": 4, \"log\": true,"
          + " \"edits\": [{\"edit\": \"addStaff\", \"group\": \"tax\"},"
          + " {\"edit\": \"skipTask\", \"task\": \"userTask_recordSeal\"}]}}";

  private int simulate(String json, String... more) throws IOException {
    Path scenario = folder.resolve("scenario.json");
    Files.writeString(scenario, json);
    return commandLine.run(
        Stream.concat(
                Stream.of("simulate", "--scenario", scenario.toString(), "--out", out().toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesResultsReportAndLog() throws Exception {
    assertThat(simulate(SMALL, "--service", "company-registration")).as(printed()).isZero();
    assertThat(files(out()))
        .containsExactly("report.html", "result.json", "tasks.csv", "what-if.bpmn");
    JsonNode result = new ObjectMapper().readTree(out().resolve("result.json").toFile());
    assertThat(result.at("/model/id").asText()).isEqualTo("company-registration");
    assertThat(result.at("/model/sha256").asText()).hasSize(64);
    assertThat(result.at("/seed").asLong()).isEqualTo(1);
    JsonNode kept = result.at("/scenarios/baseline/figures/promise.case.keptShare");
    assertThat(kept.get("low").asDouble()).isLessThanOrEqualTo(kept.get("mean").asDouble());
    assertThat(kept.get("n").asInt()).isEqualTo(4);
    assertThat(result.at("/scenarios/baseline/brokenInvariants")).isEmpty();
    assertThat(result.at("/differences/case.cycleTime.mean/significant").isBoolean()).isTrue();
    assertThat(result.at("/assumptions").toString()).contains("approval.staff", "approval.returns");
    assertThat(Files.readString(out().resolve("report.html")))
        .contains("企业开办 仿真报告", "本报告含有假设", "兑现率", "改动后", "95%")
        .doesNotContain("http://", "https://", "NaN");
    assertThat(printed()).contains("兑现率", "结果已写入");
  }

  @Test
  void givesTheSameFilesAgainOnMoreThreads() throws Exception {
    simulate(SMALL, "--service", "company-registration", "--threads", "1");
    byte[] result = Files.readAllBytes(out().resolve("result.json"));
    byte[] tasks = Files.readAllBytes(out().resolve("tasks.csv"));
    simulate(SMALL, "--service", "company-registration", "--threads=3");
    assertThat(Files.readAllBytes(out().resolve("result.json"))).isEqualTo(result);
    assertThat(Files.readAllBytes(out().resolve("tasks.csv"))).isEqualTo(tasks);
  }

  @Test
  void runsAPlainFileWithoutAssumptions() throws Exception {
    Path model = folder.resolve("and7.bpmn");
    Path scenario = folder.resolve("and7.json");
    copy("and7.bpmn", model);
    copy("and7.json", scenario);
    int exit =
        commandLine.run(
            "simulate",
            "--model",
            model.toString(),
            "--scenario",
            scenario.toString(),
            "--out",
            out().toString());
    assertThat(exit).as(printed()).isZero();
    assertThat(files(out())).containsExactly("report.html", "result.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"approval\": {\"cases\": -1}}",
        "{\"approval\": {\"cases\": 10, \"unknown\": 1}}",
        "{\"approval\": {\"cases\": 10, \"model\": \"other\"}}",
        "{\"approval\": {\"cases\": 10, \"edits\": [{\"edit\": \"parallelize\", \"from\":"
            + " \"userTask_handleTax\", \"to\": \"userTask_handOut\"}]}}",
        "no json"
      })
  void leavesNothingBehindWhenRefused(String json) throws Exception {
    assertThat(simulate(json, "--service", "company-registration")).isEqualTo(1);
    assertThat(printed()).contains("：").doesNotContain("Exception", "命令失败");
    assertThat(files(folder)).containsExactly("scenario.json");
  }

  @Test
  void refusesAServiceOrFileThatIsNotThere() throws Exception {
    assertThat(simulate(SMALL, "--service", "../secrets")).isEqualTo(1);
    assertThat(simulate(SMALL, "--service", "no-such-service")).isEqualTo(1);
    assertThat(simulate(SMALL, "--model", folder.resolve("none.bpmn").toString())).isEqualTo(1);
    assertThat(printed()).contains("没有事项“no-such-service”", "读不到文件");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--service company-registration --model x.bpmn",
        "--threads 4",
        "--service company-registration --threads 0",
        "--service company-registration --threads many",
        "--service",
        "--service company-registration --fast"
      })
  void printsTheUsageOnWrongUse(String options) throws Exception {
    assertThat(simulate(SMALL, options.split(" "))).isEqualTo(2);
    assertThat(printed()).contains("用法：java -jar onewindow.jar simulate");
    assertThat(out()).doesNotExist();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  private static void copy(String resource, Path to) throws IOException {
    try (var in = SimulateTest.class.getResourceAsStream("/io/onewindow/simulation/" + resource)) {
      Files.copy(in, to);
    }
  }
}
