package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.paper.Vault;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import io.onewindow.story.Hall;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of persons as officers and outside programs meet them: masked, unless asked for. */
@FaceTest
class PersonalDataTabIT {

  private static final String CHECK = "审查申请材料";
  private static final String PHONE = "13805480001";
  private static final String ID_NO = "370921199003078512";

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private Face face;
  @Autowired private JdbcClient jdbc;
  @Autowired private Vault vault;

  private ProcessInstance theCase;
  private String task;

  @BeforeEach
  void aTaskStandsAtTheWindow() {
    hall.itIs("2026-09-15T10:00");
    theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
    task = hall.task("nyClerk", theCase, CHECK).getId();
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void areMaskedWhereverTheEngineAnswers() {
    String ofTask = "/task/" + task + "/form-variables";
    String ofHistory = "/history/variable-instance?processInstanceId=" + theCase.getId();
    Answer[] answers = {
      face.get("nyClerk", "/engine-rest" + ofTask),
      WebSession.of(face, "nyClerk").get("/camunda/api/engine/engine/default" + ofTask),
      face.get("admin", "/engine-rest" + ofHistory),
      face.get("admin", "/engine-rest/variable-instance?processInstanceIdIn=" + theCase.getId()),
      face.get("admin", "/engine-rest/process-instance/" + theCase.getId() + "/variables"),
      face.get("admin", "/engine-rest/history/detail?processInstanceId=" + theCase.getId()),
    };
    for (Answer answer : answers) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertThat(answer.body()).contains("138****0001").doesNotContain(PHONE, ID_NO);
    }
    assertThat(answers[0].text("/applicantPhone/value")).isEqualTo("138****0001");
  }

  @Test
  void areNotWrittenBackMasked() {
    Answer answer =
        face.post(
            "nyClerk",
            "/engine-rest/task/" + task + "/submit-form",
            Map.of(
                "variables",
                Map.of(
                    "materialsDecision", Map.of("value", "complete"),
                    "applicantPhone", Map.of("value", "138****0001"))));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("kept-variable");
    assertThat(hall.variable(theCase, "applicantPhone")).isEqualTo(PHONE);
  }

  @Test
  void areShownInFullForAReasonAndThatIsKept() {
    try (Chromium browser = new Chromium(port)) {
      browser.signIn("nyClerk", "tasklist");
      browser.click(
          By.xpath(
              "//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='" + CHECK + "']"));
      browser.click(By.xpath("//ul[contains(@class,'nav-tabs')]//a[normalize-space(.)='证件与联系']"));
      browser.waitFor("138****0001");
      By phone = By.xpath("//tr[td[.='申请人手机号码']]//button");
      browser.click(phone);
      browser.waitFor("请写明查看完整号码的理由");
      browser.fill("查看理由", "电话告知领证时间");
      browser.click(phone);
      browser.waitFor(PHONE);
      assertThat(browser.whole()).doesNotContain(ID_NO);
      browser.picture("personal-data-tab");
    }
    assertThat(
            jdbc.sql("select detail from ow_audit where receipt_no = ? and event = ?")
                .params(theCase.getBusinessKey(), "PERSONAL_DATA_READ")
                .query((row, n) -> vault.open("ow_audit.detail", row.getString(1)))
                .list())
        .containsExactly("申请人手机号码\n电话告知领证时间");
  }
}
