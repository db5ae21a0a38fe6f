package io.onewindow.casefile;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@FaceTest
@OnBothDatabases
class CasesApiIT {

  private static final String CASES = "/api/v1/cases";
  private static final String UNUSED = ReceiptNumber.of("370921", LocalDate.EPOCH, 7);

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

  @ParameterizedTest
  @ValueSource(strings = {CASES, CASES + "/370921202609150000015"})
  void asksWhoIsCalling(String path) {
    for (Answer answer :
        List.of(
            face.get(null, path),
            face.send(face.request(null, path).header("Authorization", "Basic !").GET()),
            face.send(
                face.request(null, path)
                    .header("Authorization", Face.basic("hkTrainer:wrong"))
                    .GET()))) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.contentType()).startsWith("application/problem+json");
      assertThat(answer.code()).isEqualTo("login-required");
      assertThat(answer.text("/detail")).startsWith("请先登录");
      assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    }
    assertThat(face.postText(null, CASES, "{}").status()).isEqualTo(401);
  }

  @Test
  void startsACaseAndSaysWhereItIs() {
    Answer answer = start("nyClerk", application("ningyang", tradingCompany()));
    String receiptNo = answer.text("/receiptNo");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(receiptNo).startsWith("37092120260915").hasSize(21);
    assertThat(answer.header("Location")).isEqualTo(CASES + "/" + receiptNo);
    assertThat(answer.text("/state")).isEqualTo("RECEIVED");
    assertThat(answer.text("/applicant")).isEqualTo("王**");
    assertThat(answer.text("/receivedAt")).isEqualTo("2026-09-15T10:00:00+08:00");
    assertThat(answer.json().path("clock").isNull()).isTrue();
    ObjectNode lasting = answer.json().deepCopy();
    assertThat(lasting.remove("queryCode").asText()).hasSize(8);
    assertThat(face.get("nyClerk", CASES + "/" + receiptNo).json()).isEqualTo(lasting);
  }

  @Test
  void showsTheClocksOfTheCaseAndItsStepsAfterAcceptance() {
    String receiptNo =
        start(
                "nyClerk",
                application("ningyang", with(tradingCompany(), Map.of("taxChoice", "now"))))
            .text("/receiptNo");
    accept(receiptNo);
    JsonNode found = face.get("nyTax", CASES + "/" + receiptNo).json();
    assertThat(found.path("state").asText()).isEqualTo("ACCEPTED");
    assertThat(found.at("/clock/promiseId").asText()).isEqualTo("NY21-006");
    assertThat(found.at("/clock/due").asText()).isEqualTo("2026-09-15T12:00:00+08:00");
    assertThat(found.at("/clock/statutoryDue").asText()).isEqualTo("2026-09-18T17:30:00+08:00");
    assertThat(found.at("/clock/light").asText()).isEqualTo("GREEN");
    assertThat(found.path("steps").findValuesAsText("name")).containsExactly("审查申请材料", "办理涉税事项");
    assertThat(found.at("/steps/0/done").asBoolean()).isTrue();
    assertThat(found.at("/steps/0/clock/due").asText()).isEqualTo("2026-09-21T17:30:00+08:00");
    assertThat(found.at("/steps/1/done").asBoolean()).isFalse();
    assertThat(found.at("/steps/1/department").asText()).isEqualTo("县税务局");
    assertThat(found.at("/steps/1/clock/due").asText()).isEqualTo("2026-09-15T12:00:00+08:00");
  }

  @Test
  void letsNobodyStartForAnotherJurisdictionOrWithoutPermission() {
    Answer foreign = start("nyClerk", application("hekou", tradingCompany()));
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.code()).isEqualTo("other-jurisdiction");
    Answer unpermitted = start("nyTax", application("ningyang", tradingCompany()));
    assertThat(unpermitted.status()).isEqualTo(403);
    assertThat(unpermitted.code()).isEqualTo("not-permitted");
    assertThat(running()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "\"text\"", "{\"form\":[]}", "{\"service\":{}}", "{'a':1}"})
  void refusesABodyThatIsNotSuchJson(String body) {
    Answer answer = face.postText("nyClerk", CASES, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("body-malformed");
  }

  @Test
  void refusesABodyThatIsNotInUtf8() {
    byte[] body =
        face.text(application("ningyang", tradingCompany())).getBytes(Charset.forName("GBK"));
    Answer answer =
        face.send(
            face.request("nyClerk", CASES)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("body-malformed");
  }

  @Test
  void saysWhatOfTheCaseItselfIsMissingOrUnknown() {
    assertThat(face.postText("nyClerk", CASES, "null").code()).isEqualTo("field-missing");
    assertThat(start("nyClerk", Map.of("jurisdiction", "ningyang")).text("/detail"))
        .contains("service");
    assertThat(start("nyClerk", Map.of("service", "company-registration")).text("/detail"))
        .contains("jurisdiction");
    Answer place = start("nyClerk", application("atlantis", tradingCompany()));
    assertThat(place.status()).isEqualTo(400);
    assertThat(place.code()).isEqualTo("unknown-jurisdiction");
    Answer service =
        start("nyClerk", Map.of("service", "moon-landing", "jurisdiction", "ningyang"));
    assertThat(service.status()).isEqualTo(400);
    assertThat(service.code()).isEqualTo("unknown-service");
  }

  @Test
  void answersOnlyForCasesThatAreThereAndMayBeSeen() {
    String receiptNo =
        start("nyClerk", application("ningyang", tradingCompany())).text("/receiptNo");
    assertThat(face.get("admin", CASES + "/" + receiptNo).status()).isEqualTo(200);
    for (Answer unseen :
        List.of(
            face.get("sxClerk", CASES + "/" + receiptNo),
            face.get("lcSupervisor", CASES + "/" + receiptNo),
            face.get("nyClerk", CASES + "/" + UNUSED))) {
      assertThat(unseen.status()).isEqualTo(404);
      assertThat(unseen.code()).isEqualTo("unknown-case");
    }
  }

  @Test
  void noticesAMistypedReceiptNumber() {
    char last = UNUSED.charAt(20);
    String mistyped = UNUSED.substring(0, 20) + (char) (last == '9' ? '0' : last + 1);
    for (String number : List.of(mistyped, "1", "%E4%B8%80", "37092120260915000001%C2%B2")) {
      Answer answer = face.get("nyClerk", CASES + "/" + number);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("receipt-malformed");
    }
  }

  @Test
  void refusesOtherMethodsAndKindsOfBody() {
    Answer method = face.send(face.request("nyClerk", CASES).DELETE());
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.code()).isEqualTo("method-not-allowed");
    assertThat(face.get("nyClerk", CASES).status()).as("a search without a word").isEqualTo(400);
    Answer kind =
        face.send(
            face.request("nyClerk", CASES)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(kind.status()).isEqualTo(415);
    assertThat(kind.contentType()).isEqualTo("application/problem+json");
  }

  private void accept(String receiptNo) {
    String task =
        face.get("nyClerk", "/engine-rest/task?processInstanceBusinessKey=" + receiptNo)
            .text("/0/id");
    Answer completed =
        face.post(
            "nyClerk",
            "/engine-rest/task/" + task + "/complete",
            Map.of("variables", Map.of("materialsDecision", Map.of("value", "complete"))));
    assertThat(completed.status()).as(completed.toString()).isEqualTo(204);
  }

  private long running() {
    return runtime.createProcessInstanceQuery().count();
  }

  private Answer start(String person, Object body) {
    return face.post(person, CASES, body);
  }

  private static Map<String, Object> application(String jurisdiction, Map<String, Object> form) {
    return new HashMap<>(
        Map.of("service", "company-registration", "jurisdiction", jurisdiction, "form", form));
  }
}
