package io.onewindow.supervision.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Applications;
import io.onewindow.story.Hall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@FaceTest
@OnBothDatabases
class EventLogsIT {

  private static final String LOGS = "/api/v1/event-logs";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired private Face face;
  @Autowired private Hall hall;

  @Value("${onewindow.event-log.folder}")
  private Path folder;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void writesALogThatOnlyItsSupervisorFetches() {
    Map<String, Object> form = new HashMap<>(Applications.tradingCompany());
    Answer opened =
        face.post(
            "nyClerk",
            "/api/v1/cases",
            Map.of("service", "company-registration", "jurisdiction", "ningyang", "form", form));
    Answer begun = face.post("nySupervisor", LOGS, Map.of("format", "ocel"));
    assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
    String path = LOGS + "/" + begun.text("/id");
    Answer done = whenEnded(path);
    assertThat(done.text("/state")).as(done.toString()).isEqualTo("DONE");
    Answer file = face.get("nySupervisor", path + "/file");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Disposition")).startsWith("attachment").contains(".json");
    assertThat(OcelRules.violations(file.json())).isEmpty();
    assertThat(file.body()).doesNotContain("hekou", "王晓明", opened.text("/receiptNo") + "\"");
    assertThat(face.get("hkSupervisor", path + "/file").status()).isEqualTo(404);
    assertThat(face.post("nySupervisor", path + "/cancellation", Map.of()).code())
        .isEqualTo("log-ended");
    assertThat(face.get("nySupervisor", LOGS).body()).contains(begun.text("/id"));
    assertThat(face.get("hkSupervisor", LOGS).body()).doesNotContain(begun.text("/id"));
  }

  @Test
  void writesTenYearsShowsHowFarItIsAndLeavesNothingHalfWrittenWhenStopped() throws IOException {
    Answer begun =
        face.post(
            "nySupervisor",
            LOGS,
            Map.of("format", "xes", "from", "2016-01-01", "to", "2025-12-31"));
    assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
    String path = LOGS + "/" + begun.text("/id");
    Answer shown = face.get("nySupervisor", path);
    assertThat(shown.json().path("done").isNumber()).isTrue();
    assertThat(shown.text("/stateName")).containsPattern("\\p{IsHan}");
    // so few cases may be written before it hears of it: then it stays whole
    Answer stopped = face.post("nySupervisor", path + "/cancellation", Map.of());
    assertThat(stopped.status()).as(stopped.toString()).isIn(202, 409);
    Answer ended = whenEnded(path);
    Answer file = face.get("nySupervisor", path + "/file");
    if (ended.text("/state").equals("DONE")) {
      assertThat(file.status()).isEqualTo(200);
    } else {
      assertThat(file.code()).isEqualTo("log-unfinished");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void refusesOthersAndWhatIsMalformed() {
    assertThat(face.get(null, LOGS).status()).isEqualTo(401);
    assertThat(face.get("nyClerk", LOGS).code()).isEqualTo("supervisors-only");
    assertThat(refusal(Map.of("format", "csv"))).isEqualTo("unknown-format");
    assertThat(refusal(Map.of("format", "xes", "from", "2026-09-02", "to", "2026-09-01")))
        .isEqualTo("period-reversed");
    assertThat(refusal(Map.of("format", "xes", "jurisdiction", "hekou")))
        .isEqualTo("other-jurisdiction");
    assertThat(refusal(Map.of("format", "xes", "service", "moon-landing")))
        .isEqualTo("unknown-service");
    assertThat(face.get("nySupervisor", LOGS + "/none").code()).isEqualTo("unknown-log");
  }

  private String refusal(Map<String, Object> wanted) {
    return face.post("nySupervisor", LOGS, wanted).code();
  }

  /** It is written on a thread of its own; asked again until it says that it has ended. */
  private Answer whenEnded(String path) {
    Instant patience = Instant.now().plus(PATIENCE);
    Answer answer = face.get("nySupervisor", path);
    while (LogJob.State.valueOf(answer.text("/state")).isOpen()
        && Instant.now().isBefore(patience)) {
      Thread.onSpinWait();
      answer = face.get("nySupervisor", path);
    }
    return answer;
  }
}
