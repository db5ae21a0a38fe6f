package io.onewindow.casefile;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Crowd;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request that comes twice, because its sender got no answer or lost it, makes one case. */
@FaceTest
@OnBothDatabases
class RepeatedRequestsIT {

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private RuntimeService runtime;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void answersARepeatedRequestWithTheSameCase() {
    Object body = application("ningyang", tradingCompany());
    Answer first = start("nyClerk", "again-1", body);
    Answer second = start("nyClerk", "again-1", body);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text("/receiptNo")).isEqualTo(first.text("/receiptNo"));
    assertThat(running()).isEqualTo(1);

    Answer other =
        start(
            "nyClerk",
            "again-1",
            application("ningyang", with(tradingCompany(), Map.of("enterpriseName", "另一家商贸公司"))));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("key-reused");
    assertThat(start("sxClerk", "again-1", application("shenxian", tradingCompany())).status())
        .isEqualTo(201);
  }

  @Test
  void startsOneCaseForEightRequestsAtTheSameMoment() {
    Object body = application("ningyang", tradingCompany());
    List<Answer> answers = Crowd.of(8, () -> start("nyClerk", "at-once", body));
    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().map(answer -> answer.text("/receiptNo")).distinct()).hasSize(1);
    assertThat(running()).isEqualTo(1);
  }

  @Test
  void refusesAKeyThatNoRecordCanHold() {
    Answer answer = start("nyClerk", "k".repeat(129), application("ningyang", tradingCompany()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("key-malformed");
  }

  @Test
  void answersARepeatedStartByTheEnginesInterfaceWithTheSameCase() {
    String start = "/engine-rest/process-definition/key/company-registration/submit-form";
    Object form = form(tradingCompany());
    Answer first = send("nyClerk", start, "screen-1", form);
    Answer second = send("nyClerk", start, "screen-1", form);
    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(200);
    for (String told : List.of("/id", "/definitionId", "/businessKey", "/tenantId", "/ended")) {
      assertThat(second.text(told)).as(told).isEqualTo(first.text(told)).isNotNull();
    }
    assertThat(running()).isEqualTo(1);

    Answer other =
        send(
            "nyClerk",
            start,
            "screen-1",
            form(with(tradingCompany(), Map.of("enterpriseName", "另一家商贸公司"))));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text("/message")).contains(first.text("/businessKey"), "再次提交即可");
    assertThat(running()).isEqualTo(1);
    assertThat(send("nyClerk", start, "screen-2", form).text("/id"))
        .as("another key is another application")
        .isNotEqualTo(first.text("/id"));
  }

  @Test
  void startsOneCaseForEightSubmittedFormsAtTheSameMoment() {
    Object form = form(tradingCompany());
    List<Answer> answers =
        Crowd.of(
            8,
            () ->
                send(
                    "nyClerk",
                    "/engine-rest/process-definition/key/company-registration/submit-form",
                    "forms-at-once",
                    form));
    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(answers.stream().map(answer -> answer.text("/id")).distinct()).hasSize(1);
    assertThat(running()).isEqualTo(1);
  }

  /** What was refused was not done: the same key serves once the form is right. */
  @Test
  void keepsNoKeyOfAStartThatWasRefused() {
    String start = "/engine-rest/process-definition/key/company-registration/submit-form";
    Answer refused =
        send(
            "nyClerk",
            start,
            "screen-3",
            form(with(tradingCompany(), Map.of("enterpriseName", ""))));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/message")).contains("企业名称");
    assertThat(running()).isZero();
    assertThat(send("nyClerk", start, "screen-3", form(tradingCompany())).status()).isEqualTo(200);
    assertThat(running()).isEqualTo(1);

    assertThat(send(null, start, "screen-3", form(tradingCompany())).status()).isEqualTo(401);
    assertThat(send("nyClerk", start, " ", form(tradingCompany())).code())
        .isEqualTo("key-malformed");
    assertThat(running()).isEqualTo(1);
  }

  private long running() {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("company-registration")
        .count();
  }

  private Answer start(String person, String key, Object body) {
    return send(person, "/api/v1/cases", key, body);
  }

  private Answer send(String person, String path, String key, Object body) {
    return face.send(
        face.request(person, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(face.text(body))));
  }

  private static Map<String, Object> application(String jurisdiction, Map<String, Object> form) {
    return Map.of("service", "company-registration", "jurisdiction", jurisdiction, "form", form);
  }

  private static Map<String, Object> form(Map<String, Object> values) {
    return Map.of(
        "variables",
        with(values, Map.of("jurisdiction", "ningyang")).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> Map.of("value", one.getValue()))));
  }
}
