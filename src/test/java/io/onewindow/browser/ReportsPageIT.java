package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Applications;
import io.onewindow.story.Hall;
import io.onewindow.supervision.fact.Projection;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor makes a report, exports a log and looks at conformance. */
@FaceTest
class ReportsPageIT {

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private RuntimeService runtime;
  @Autowired private Projection projection;
  @Autowired private JdbcClient jdbc;

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

  /** Ten years are a matter of progress; what is not wanted any more is told to stop. */
  @Test
  void exportsTenYearsAndCancels() {
    browser.open("/reports.html");
    signIn("nySupervisor");
    browser.shown(By.id("work"));
    browser.type(By.cssSelector("#logs [name=from]"), "2016-01-01");
    browser.type(By.cssSelector("#logs [name=to]"), "2026-09-15");
    browser.clickText("导出");
    browser.shown(
        By.xpath("//*[@id='logs']//tr[contains(.,'2016-01-01 至 2026-09-15')][contains(.,'已完成')]"));
    beginsALog("2017-01-01");
    browser.open("/reports.html");
    signIn("nySupervisor");
    String running = "//*[@id='logs']//tr[contains(.,'2017-01-01 至')]";
    browser.shown(By.xpath(running + "[contains(.,'正在导出 120 / 1000 件')]//progress"));
    browser.picture("reports-exporting");
    browser.press(By.xpath(running + "//button[.='取消']"));
    browser.shown(By.xpath(running + "[contains(.,'正在取消')]"));
    jdbc.sql("delete from ow_event_log").update();
  }

  /** As another node writes it. */
  private void beginsALog(String from) {
    jdbc.sql(
            "insert into ow_event_log (id, format, received_from, received_to, service,"
                + " jurisdictions, requested_by, requested_at, state, done, total, beat_at)"
                + " values (?, 'XES', ?, ?, '', 'ningyang', 'nySupervisor', ?, 'RUNNING', 120,"
                + " 1000, ?)")
        .params(
            UUID.randomUUID().toString(),
            OffsetDateTime.parse(from + "T00:00:00+08:00"),
            OffsetDateTime.parse("2026-09-16T00:00:00+08:00"),
            OffsetDateTime.parse("2026-09-15T09:00:00+08:00"),
            OffsetDateTime.parse("2026-09-15T09:00:00+08:00"))
        .update();
  }

  private void signIn(String user) {
    browser.fillNamed("user", user);
    browser.fillNamed("password", "onewindow");
    browser.clickText("登录");
  }
}
