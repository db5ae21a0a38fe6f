package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import io.onewindow.story.WebSession;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator has a month of cases played from the landing page. */
@FaceTest
class MonthPageIT {

  private static final String API = "/api/v1/demo/month";

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private ManagementService management;

  private Chromium browser;

  @BeforeEach
  void openThePage() {
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("month-last");
    browser.close();
    hall.closes();
    management.deleteProperty("onewindow.demo.month");
  }

  @Test
  void playsAMonthOnceAndTurnsChangesAwayMeanwhile() {
    browser.open("/");
    browser.clickText("生成一个月的演示办件");
    browser.waitFor("不能撤销");
    browser.picture("month-warning");
    start("nyClerk");
    browser.waitFor("须由系统管理员办理");
    start("admin");
    browser.waitFor("正在办理");
    WebSession clerk = WebSession.basic(port, "nyClerk");
    var refused = clerk.post("/api/v1/cases", "{\"service\":\"company-registration\"}");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("month-playing", "本次操作没有生效");
    var unclaimed = clerk.post("/engine-rest/task/any/claim", "{}");
    assertThat(unclaimed.statusCode()).isEqualTo(503);
    assertThat(unclaimed.headers().firstValue("Retry-After")).contains("30");
    assertThat(unclaimed.body()).contains("month-playing", "本次操作没有生效");
    assertThat(clerk.post("/engine-rest/task", "{}").statusCode()).isEqualTo(200);
    WebSession administrator = WebSession.basic(port, "admin");
    assertThat(administrator.post(API, "").body()).contains("正在生成演示办件");
    browser.picture("month-playing");
    browser.waitFor("系统时钟已恢复为现在的时间");
    browser.picture("month-played");
    assertThat(browser.shown(By.id("month-state")).getText())
        .contains("收件 20 件")
        .doesNotContain("拒绝");
    var second = administrator.post(API, "");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("month-played", "不能重复生成");
    assertThat(clerk.post("/api/v1/cases", "{\"service\":\"company-registration\"}").statusCode())
        .isEqualTo(400);
  }

  private void start(String user) {
    var name = browser.shown(By.name("user"));
    name.clear();
    name.sendKeys(user);
    browser.shown(By.name("password")).sendKeys("onewindow");
    browser.clickText("开始生成");
  }
}
