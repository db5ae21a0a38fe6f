package io.onewindow.casefile.confidential;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * A case's day at the window, with what goes wrong on such a day: numbers of persons are in no
 * list, no refusal that its reader did not write, and no line of the log.
 */
@FaceTest
@OnBothDatabases
@ExtendWith(OutputCaptureExtension.class)
class NothingLeaksIT {

  private static final String ID_NO = "11010519491231002X";
  private static final String PHONE = "18612345678";
  private static final String EMAIL = "nobody.else@hall.example";
  private static final List<String> SECRETS = List.of(ID_NO, PHONE, EMAIL);

  @Autowired private Face face;
  @Autowired private Hall hall;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void ofWhoAppliedIntoListsRefusalsOrTheLog(CapturedOutput log) {
    String receiptNo = start("nyClerk", "leak-1", form()).text("/receiptNo");
    assertThat(start("nyClerk", "leak-1", with(form(), Map.of("enterpriseName", "另一家"))).status())
        .isEqualTo(409);
    List<Answer> answers =
        List.of(
            start("nyClerk", "leak-2", with(form(), Map.of("registeredCapital", -1))),
            start("nyTax", "leak-3", form()),
            face.get("nyClerk", "/api/v1/cases/" + receiptNo),
            face.get("nyClerk", "/api/v1/cases/" + receiptNo + "/timeline"),
            face.get("nyClerk", "/engine-rest/task?processInstanceBusinessKey=" + receiptNo),
            face.get("hkSupervisor", "/engine-rest/variable-instance?variableName=applicantPhone"),
            face.get("nySupervisor", "/engine-rest/variable-instance?variableName=applicantPhone"),
            face.get("nySupervisor", "/engine-rest/history/variable-instance?maxResults=500"),
            face.get("nySupervisor", "/engine-rest/history/detail?maxResults=500"),
            face.post("nySupervisor", "/engine-rest/task/none/complete", Map.of()),
            face.post(
                "nyClerk",
                "/engine-rest/task/" + task(receiptNo) + "/complete",
                Map.of("variables", Map.of("applicantIdNo", Map.of("value", ID_NO + "9")))));
    for (Answer answer : answers) {
      for (String secret : SECRETS) {
        assertThat(answer.body().contains(secret)).as(secret + " in " + answer).isFalse();
      }
    }
    assertThat(answers.stream().anyMatch(answer -> answer.body().contains("186****5678")))
        .as("the telephone is in a list, masked")
        .isTrue();
    // who searches by a number has written it: the answer does not repeat it, nor does the log
    face.get("nyClerk", "/api/v1/cases?q=" + ID_NO);
    face.get("nyClerk", "/engine-rest/variable-instance?variableValues=applicantPhone_eq_" + PHONE);
    face.post(
        "nyClerk",
        "/engine-rest/task/" + task(receiptNo) + "/complete",
        Map.of("variables", Map.of("materialsDecision", Map.of("value", "complete"))));
    LoggerFactory.getLogger(NothingLeaksIT.class).info("the day is over");
    assertThat(log.getAll()).contains("the day is over");
    for (String secret : SECRETS) {
      assertThat(log.getAll().contains(secret)).as(secret + " in the log").isFalse();
    }
  }

  private String task(String receiptNo) {
    return face.get("nyClerk", "/engine-rest/task?processInstanceBusinessKey=" + receiptNo)
        .text("/0/id");
  }

  private static Map<String, Object> form() {
    return with(
        tradingCompany(),
        Map.of(
            "applicantIdNo",
            ID_NO,
            "applicantPhone",
            PHONE,
            "deliveryMethod",
            "electronic",
            "deliveryEmail",
            EMAIL));
  }

  private Answer start(String person, String key, Map<String, Object> form) {
    return face.send(
        face.request(person, "/api/v1/cases")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    face.text(
                        Map.of(
                            "service",
                            "company-registration",
                            "jurisdiction",
                            "ningyang",
                            "form",
                            form)))));
  }
}
