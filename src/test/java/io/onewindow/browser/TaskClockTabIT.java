package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The tab 时限 in a real browser: why a task is due on its day, and what officers may do there. */
@FaceTest
class TaskClockTabIT {

  private static final String REVIEW = "审查名称住所";
  private static final By PAUSE = By.xpath("//details/summary[.='停表']");

  @LocalServerPort private int port;
  @Autowired private Hall hall;

  private Chromium browser;
  private ProcessInstance theCase;

  @BeforeEach
  void aCompanyIsUnderReview() {
    hall.itIs("2026-09-29T18:00");
    theCase =
        hall.starts(
            "hkClerk",
            "company-registration",
            with(tradingCompany(), Map.of("additionalPremises", "河口区二号仓库")));
    hall.completes("hkClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.itIs("2026-09-30T10:00");
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("task-clock-last");
    browser.close();
    hall.closes();
  }

  @Test
  void tellsAnOfficerWhyAndLetsTheOfficerStopAndRestartTheClock() {
    browser.signIn("hkApproval", "tasklist");
    openTab();
    browser.waitFor("为什么是这一天？");
    browser.shown(told("办公时间外收件，自 2026-09-30 09:00 起算"));
    assertThat(browser.shows("不能当场登记的，应当在3个工作日内予以登记")).isTrue();
    assertThat(browser.shows("国庆节放假")).isTrue();
    assertThat(browser.shows("确定延期")).isFalse();
    browser.picture("task-clock");

    browser.click(PAUSE);
    browser.fill("停表理由", "住所须现场核查");
    browser.click(By.xpath("//form//button[.='停表']"));
    browser.waitFor("通知书编号为必填项");
    assertThat(browser.valueOf("停表理由")).isEqualTo("住所须现场核查");
    browser.picture("task-clock-refused");

    browser.click(By.xpath("//option[starts-with(.,'专家评审')]"));
    browser.fill("通知书编号", "河审特〔2026〕7号");
    browser.click(By.xpath("//form//button[.='停表']"));
    browser.waitFor("停表中：专家评审");
    browser.shown(By.xpath("//*[contains(@class,'task-card')][contains(.,'停表中')]"));
    browser.picture("task-clock-paused");

    hall.itIs("2026-10-09T11:00");
    browser.click(By.xpath("//button[.='恢复计时']"));
    browser.shown(told("届满时间由 2026-10-10 17:30 移至 2026-10-14 10:00"));
    browser.waitUntilGone(By.xpath("//button[.='恢复计时']"));
    browser.waitFor("恢复时尚余办公时间 27 小时");
    browser.picture("task-clock-resumed");
    browser.click(By.xpath("//button[.='打印']"));
    browser.inNewWindow(
        "时限说明",
        () -> {
          browser.waitFor("办理时限说明");
          browser.shown(told("届满时间由 2026-10-10 17:30"));
          browser.picture("task-clock-print");
        });
  }

  @Test
  void letsOnlyTheLeaderExtendAndAsksFirst() {
    browser.signIn("hkLeader", "tasklist");
    openTab();
    browser.click(By.xpath("//details/summary[.='延期']"));
    browser.fill("延长工作日数", "4");
    browser.fill("延期理由", "情形复杂，须核实住所");
    browser.click(By.xpath("//button[.='延期…']"));
    browser.waitFor("办理后不能撤销");
    browser.picture("task-clock-extension-asked");
    browser.click(By.xpath("//button[.='确定延期']"));
    browser.waitFor("延长工作日数应为 1 至 3");
    assertThat(browser.valueOf("延期理由")).isEqualTo("情形复杂，须核实住所");

    browser.fill("延长工作日数", "3");
    browser.click(By.xpath("//button[.='延期…']"));
    browser.click(By.xpath("//button[.='确定延期']"));
    browser.waitFor("延期：情形复杂，须核实住所（经办 河口区 本机关负责人）");
    browser.waitUntilGone(By.xpath("//details/summary[.='延期']"));
    browser.picture("task-clock-extended");
  }

  @Test
  void showsThatALightWasOnAndWhyItWasTakenBack() {
    hall.itIs("2026-10-10T09:10");
    browser.signIn("hkLeader", "tasklist");
    openTab();
    browser.waitFor("临近到期，亮黄灯");
    browser.picture("task-clock-amber");
    browser.click(By.xpath("//details/summary[.='延期']"));
    browser.fill("延长工作日数", "2");
    browser.fill("延期理由", "情形复杂，须核实住所");
    browser.click(By.xpath("//button[.='延期…']"));
    browser.click(By.xpath("//button[.='确定延期']"));
    browser.waitFor("亮灯撤回：黄灯撤回，改为绿灯：延期（经办 河口区 本机关负责人）");
    browser.shown(By.xpath("//p[@class='onewindow-due']/span[contains(@class,'green')]"));
    browser.picture("task-clock-taken-back");
    hall.itIs("2026-10-13T17:30");
    browser.click(By.xpath("//ul[contains(@class,'nav-tabs')]//a[normalize-space(.)='说明']"));
    openTab();
    browser.waitFor("已超时（刚到期）");
    browser.waitFor("时限届满未办结，亮红灯");
    browser.picture("task-clock-red");
  }

  /** A cell of the story with these words, its dates included. */
  private static By told(String words) {
    return By.xpath("//td[contains(.,'" + words + "')]");
  }

  private void openTab() {
    browser.click(
        By.xpath(
            "//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='" + REVIEW + "']"));
    browser.click(By.xpath("//ul[contains(@class,'nav-tabs')]//a[normalize-space(.)='时限']"));
    browser.shown(By.className("onewindow-days"));
  }
}
