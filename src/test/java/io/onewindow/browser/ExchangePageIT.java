package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import io.onewindow.supervision.fact.Projection;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor sees that a department's system is away, since when, and that no limit waits. */
@FaceTest
class ExchangePageIT {

  private static final OffsetDateTime TEN = OffsetDateTime.parse("2026-09-15T10:00:00+08:00");

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private Projection projection;
  @Autowired private JdbcClient jdbc;

  private Chromium browser;
  private ProcessInstance theCase;

  @BeforeEach
  void theTaxOfficesSystemHasBeenAwayForAWhile() {
    hall.itIs("2026-09-15T10:00");
    theCase =
        hall.starts(
            "nyClerk", "company-registration", with(tradingCompany(), Map.of("taxChoice", "now")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    // no context of these tests has a system connected: what one leaves behind is written here
    jdbc.sql(
            """
            insert into ow_exchange (request_id, kind, system_id, receipt_no, jurisdiction,
              department, subject, task_id, state, created_at, tries, first_failed_at,
              last_failed_at, last_failure)
            values (?, 'STEP', 'ny-tax', ?, 'ningyang', 'tax', '办理涉税事项', ?, 'WAITING', ?, 5, ?, ?,
              '连接不上对方系统')
            """)
        .params(
            UUID.randomUUID().toString(),
            theCase.getBusinessKey(),
            hall.task("nyTax", theCase, "办理涉税事项").getId(),
            TEN,
            TEN,
            TEN.plusMinutes(18))
        .update();
    projection.catchUp();
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("exchange-last");
    browser.close();
    jdbc.sql("delete from ow_exchange").update();
    hall.closes();
    projection.catchUp();
  }

  @Test
  void leadsFromTheDashboardToTheListAndToTheCase() {
    browser.signIn("nySupervisor", "cockpit");
    browser.shown(By.partialLinkText("部门系统对接：1 件未送达"));
    browser.picture("exchange-dashboard");
    browser.click(By.partialLinkText("部门系统对接：1 件未送达"));
    browser.waitFor("已试 5 次，最近 2026-09-15 10:18：连接不上对方系统");
    browser.waitFor("时限照常计算，不停表");
    browser.picture("exchange-list");
    browser.click(By.linkText(theCase.getBusinessKey()));
    browser.waitFor("为什么是这一天？");
    browser.shown(By.xpath("//h4[.='部门系统对接']/following-sibling::table//td[contains(.,'待送达')]"));
    browser.longPicture("exchange-case");
  }
}
