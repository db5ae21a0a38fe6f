package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk looks a case up from Tasklist and opens its task. */
@FaceTest
class SearchPageIT {

  @LocalServerPort private int port;
  @Autowired private Hall hall;

  private Chromium browser;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("search-last");
    browser.close();
    hall.closes();
  }

  @Test
  void findsACaseAndOpensItsTask() {
    ProcessInstance theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
    browser.open("/search.html");
    search("泰和商贸");
    browser.waitFor("请先在任务列表登录");
    browser.signIn("nyClerk", "tasklist");
    browser.clickText("办件查询");
    search("泰和商贸");
    browser.waitFor(theCase.getBusinessKey());
    assertThat(browser.whole()).contains("王**", "企业开办", "审查申请材料").doesNotContain("王晓明");
    assertThat(browser.address()).doesNotContain("q=");
    browser.picture("search");
    browser.click(By.cssSelector("#result td a"));
    browser.waitFor("审查申请材料");
    browser.waitFor("材料审查结论");
  }

  private void search(String words) {
    browser.shown(By.name("q")).clear();
    browser.shown(By.name("q")).sendKeys(words);
    browser.clickText("查询");
  }
}
