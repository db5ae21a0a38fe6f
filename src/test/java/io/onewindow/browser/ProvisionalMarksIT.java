package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import io.onewindow.story.WebSession;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Wherever a deadline is shown that rests on an unpublished year, it is marked so. */
@FaceTest
class ProvisionalMarksIT {

  private static final String MARK = "（日历未公布，暂计）";
  private static final String REVIEW = "审查名称住所";

  @LocalServerPort private int port;
  @Autowired private Hall hall;

  private ProcessInstance theCase;

  @BeforeEach
  void aCompanyIsUnderReviewOverNewYear() {
    hall.itIs("2026-12-29T10:00");
    theCase =
        hall.starts(
            "hkClerk",
            "company-registration",
            with(tradingCompany(), Map.of("additionalPremises", "河口区二号仓库")));
    hall.completes("hkClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void marksTheCardTheTabAndEveryEstimatedDay() {
    try (Chromium browser = new Chromium(port)) {
      seesTheMarks(browser);
    }
  }

  private static void seesTheMarks(Chromium browser) {
    browser.signIn("hkApproval", "tasklist");
    browser.shown(By.xpath("//*[contains(@class,'task-card')][contains(.,'" + MARK + "')]"));
    browser.click(
        By.xpath(
            "//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='" + REVIEW + "']"));
    browser.click(By.xpath("//ul[contains(@class,'nav-tabs')]//a[normalize-space(.)='时限']"));
    browser.shown(By.className("onewindow-days"));
    assertThat(browser.texts(By.className("onewindow-due")).get(0))
        .contains("2027-01-04 17:30 到期" + MARK);
    assertThat(browser.texts(By.className("onewindow-facts")).get(0))
        .contains("2027-01-04 17:30" + MARK);
    assertThat(browser.texts(By.className("onewindow-days")).get(0))
        .contains("元旦放假（日历未公布，暂按法定节日估算）");
    browser.picture("provisional-tab");
  }

  @Test
  void marksTheCaseItsStepsAndItsTimeline() throws Exception {
    String api = "/api/v1/cases/" + theCase.getBusinessKey();
    JsonNode file = json(api);
    assertThat(file.at("/clock/provisional").asBoolean()).isTrue();
    assertThat(file.at("/clock/statutoryProvisional").asBoolean()).isTrue();
    assertThat(file.at("/steps/1/clock/provisional").asBoolean()).isTrue();
    assertThat(json(api + "/timeline").toString()).contains("\"provisional\":true");
  }

  private JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(WebSession.basic(port, "hkClerk").get(path).body());
  }
}
