package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.promise.OfficeHoursChange;
import io.onewindow.story.Applications;
import io.onewindow.story.Hall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator re-dates the running cases on the page made for it. */
@FaceTest
class RedatingPageIT {

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private OfficeHoursChange hours;

  private Chromium browser;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-30T16:45");
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("redating-last");
    browser.close();
    hours.undo("ningyang");
    hall.closes();
  }

  @Test
  void previewsAndAppliesNewOfficeHours() {
    hall.starts("nyClerk", "company-registration", Applications.tradingCompany());
    hours.to("ningyang", "09:00-12:00,13:30-17:00");
    browser.open("/redating.html");
    signIn("nyClerk", "onewindow");
    browser.waitFor("重新计算期限须由系统管理员办理。");
    signIn("admin", "onewindow");
    browser.shown(By.name("reason")).sendKeys("冬季办公时间");
    browser.clickText("预览");
    browser.waitFor("提前 1");
    browser.picture("redating-preview");
    assertThat(browser.texts(By.cssSelector("#run tbody td")))
        .contains("宁阳县", "审查申请材料", "2026-10-13 17:30", "2026-10-13 17:00");
    browser.clickText("执行");
    browser.until(page -> browser.shown(By.id("state")).getText().contains("已完成"));
    browser.picture("redating-done");
  }

  private void signIn(String user, String password) {
    fill("user", user);
    fill("password", password);
    browser.clickText("登录");
  }

  private void fill(String name, String value) {
    var field = browser.shown(By.name(name));
    field.clear();
    field.sendKeys(value);
  }
}
