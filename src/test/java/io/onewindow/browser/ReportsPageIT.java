package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Applications;
import io.onewindow.story.Hall;
import io.onewindow.supervision.fact.Projection;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A supervisor makes a report, exports a log and looks at conformance. */
@FaceTest
class ReportsPageIT {

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private RuntimeService runtime;
  @Autowired private Projection projection;

  private Chromium browser;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T09:00");
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("reports-last");
    browser.close();
    hall.closes();
  }

  @Test
  void reportsExportsAndChecks() {
    ProcessInstance theCase =
        hall.starts(
            "nyClerk",
            "company-registration",
            Applications.with(Applications.tradingCompany(), Map.of("additionalPremises", "二号仓库")));
    hall.itIs("2026-09-15T09:10");
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    runtime
        .createProcessInstanceModification(theCase.getId())
        .startBeforeActivity("userTask_reviewRegistration")
        .execute();
    hall.itIs("2026-09-15T09:20");
    projection.catchUp();
    browser.open("/reports.html");
    signIn("nyClerk");
    browser.waitFor("须由督办人员或系统管理员办理。");
    signIn("nySupervisor");
    browser.waitFor("模型符合性");
    browser.shown(By.id("work"));
    browser.picture("reports-empty");
    browser.click(By.cssSelector("#reports option[value=ningyang]"));
    browser.fillNamed("month", "2026-09");
    browser.clickText("编制通报");
    browser.waitFor("2026-09-15 09:20");
    assertThat(browser.texts(By.cssSelector("#reports tbody td")))
        .contains("宁阳县", "2026-09", "2026-09-15 09:20", "nySupervisor");
    browser.clickText("导出");
    browser.waitFor("已完成");
    browser.clickText("核对");
    browser.waitFor("重复");
    assertThat(browser.texts(By.cssSelector("#conformance .items td")))
        .contains(theCase.getBusinessKey(), "审查名称住所", "重复");
    browser.picture("reports");
  }

  private void signIn(String user) {
    browser.fillNamed("user", user);
    browser.fillNamed("password", "onewindow");
    browser.clickText("登录");
  }
}
