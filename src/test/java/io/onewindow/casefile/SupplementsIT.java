package io.onewindow.casefile;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Crowd;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Another program tells that what was missing has come in. */
@FaceTest
class SupplementsIT {

  @Autowired private Face face;
  @Autowired private Hall hall;

  private ProcessInstance theCase;
  private String path;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
    theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
    path = "/api/v1/cases/" + theCase.getBusinessKey() + "/supplements";
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void completesTheTaskThatWaitsForIt() {
    told();
    Answer answer = face.post("nyClerk", path, Map.of("note", "住所证明已补签字"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.text("/state")).isEqualTo("RECEIVED");
    assertThat(hall.openTasks(theCase)).containsExactly("审查申请材料");
    assertThat(face.post("nyClerk", path, Map.of("note", "又补")).code())
        .isEqualTo("nothing-awaited");
  }

  @Test
  void answersARepetitionAsTheFirstTime() {
    told();
    List<Answer> answers = Crowd.of(6, () -> keyed("k1", "住所证明已补签字"));
    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(keyed("k1", "住所证明已补签字").status()).isEqualTo(200);
    assertThat(keyed("k1", "别的内容").code()).isEqualTo("key-reused");
    assertThat(hall.openTasks(theCase)).containsExactly("审查申请材料");
  }

  @Test
  void tellsWhoComesTooLateSo() {
    told();
    List<Answer> answers = Crowd.of(6, () -> face.post("nyClerk", path, Map.of("note", "补齐")));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("nothing-awaited"));
    assertThat(hall.openTasks(theCase)).containsExactly("审查申请材料");
  }

  @Test
  void refusesWhoMayNotAndWhatIsNotAwaited() {
    assertThat(face.post("nyClerk", path, Map.of("note", "补齐")).code())
        .isEqualTo("nothing-awaited");
    told();
    assertThat(face.post(null, path, Map.of("note", "补齐")).status()).isEqualTo(401);
    assertThat(face.post("sxClerk", path, Map.of("note", "补齐")).status()).isEqualTo(404);
    assertThat(face.post("nyTax", path, Map.of("note", "补齐")).status()).isEqualTo(403);
    assertThat(hall.openTasks(theCase)).containsExactly("登记补正材料");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"note\":\" \"}",
        "{\"note\":{}}",
        "{\"note\":\"a\\u0000bc\"}"
      })
  void refusesABodyThatIsNone(String body) {
    told();
    assertThat(face.postText("nyClerk", path, body).status()).isEqualTo(400);
    assertThat(hall.openTasks(theCase)).containsExactly("登记补正材料");
  }

  private void told() {
    hall.completes(
        "nyClerk",
        theCase,
        "审查申请材料",
        Map.of("materialsDecision", "notice", "missingItems", "住所证明缺签字"));
  }

  private Answer keyed(String key, String note) {
    return face.send(
        face.request("nyClerk", path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(face.text(Map.of("note", note)))));
  }
}
