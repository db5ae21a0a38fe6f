package io.onewindow.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.material.TestFiles;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to somebody and is tried by everybody: made over HTTP by whose it is. */
@Component
class OwnedThings {

  private static final String V = "/api/v1";
  private static final String EXPERIMENTS = V + "/experiments";

  private static final Map<String, Object> SMALL =
      Map.of("jurisdiction", "ningyang", "cases", 60, "warmUpCases", 0, "replications", 4);

  private final Face face;
  private final JdbcClient jdbc;

  OwnedThings(Face face, JdbcClient jdbc) {
    this.face = face;
    this.jdbc = jdbc;
  }

  /** The id of a new one of that kind. */
  String make(String kind) {
    return switch (kind) {
      case "deputy" -> deputyship();
      case "report" ->
          made("nySupervisor", "/reports", Map.of("jurisdiction", "ningyang", "month", "2026-02"));
      case "log" -> complete("nySupervisor", "/event-logs", Map.of("format", "xes"));
      case "experiment" ->
          complete(
              "nyTrainer",
              "/experiments",
              Map.of("service", "company-registration", "scenario", Map.of("approval", SMALL)));
      case "redating" -> oldPreview();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** A file among the materials of that case. */
  String file(String receiptNo) {
    Answer kept =
        face.send(
            face.request(
                    "nyClerk", V + "/cases/" + receiptNo + "/materials/articles/files?name=x.pdf")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(TestFiles.pdf("the case's own"))));
    assertThat(kept.status()).as(kept.toString()).isEqualTo(201);
    return kept.text("/id");
  }

  void closes() {
    face.get("nyTrainer", EXPERIMENTS)
        .json()
        .findValuesAsText("id")
        .forEach(id -> face.send(face.request("nyTrainer", EXPERIMENTS + "/" + id).DELETE()));
    for (String table :
        List.of(
            "ow_deputy_task", "ow_deputy", "ow_redating_hold", "ow_redating_line", "ow_redating")) {
      jdbc.sql("delete from " + table).update();
    }
  }

  /** The tax officer's own, far from the days that others try. */
  private String deputyship() {
    jdbc.sql("delete from ow_deputy_task").update();
    jdbc.sql("delete from ow_deputy").update();
    return made(
        "nyTax",
        "/deputies",
        Map.of(
            "absent",
            "nyTax",
            "deputy",
            "nyPolice",
            "from",
            "2026-10-12",
            "to",
            "2026-10-13",
            "reason",
            "x"));
  }

  /** Not the latest, so that nobody sets a county's clocks anew. */
  private String oldPreview() {
    Object wanted = Map.of("jurisdictions", List.of("ningyang"), "reason", "x");
    String old = made("admin", "/redatings", wanted);
    made("admin", "/redatings", wanted);
    return old;
  }

  private String complete(String person, String path, Object wanted) {
    String id = made(person, path, wanted);
    Awaitility.await(path)
        .atMost(Duration.ofMinutes(2))
        .until(() -> "DONE".equals(face.get(person, V + path + "/" + id).text("/state")));
    return id;
  }

  private String made(String person, String path, Object wanted) {
    Answer answer = face.post(person, V + path, wanted);
    assertThat(answer.status()).as(answer.toString()).isIn(201, 202);
    return answer.text("/id");
  }
}
