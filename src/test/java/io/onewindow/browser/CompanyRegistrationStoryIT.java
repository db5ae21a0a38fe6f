package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole story on the screens: from the window through every department to Cockpit. */
@FaceTest
class CompanyRegistrationStoryIT {

  private static final String COMPANY = "宁阳县泰和商贸有限公司";

  @LocalServerPort private int port;
  @Autowired private Hall hall;

  private Chromium browser;
  private StartForm application;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
    browser = new Chromium(port);
    application = new StartForm(browser);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("last");
    browser.close();
    hall.closes();
  }

  @Test
  void opensACompanyFromTheWindowToTheSupervisor() {
    theLandingPageLeadsTheWay();
    theClerkStartsACase();
    theClerkAccepts();
    theSupervisorFindsTheCaseOnTheDiagram();
    everyDepartmentDoesItsPart();
    theClerkHandsOut();
  }

  private void theLandingPageLeadsTheWay() {
    browser.open("/");
    browser.waitFor("nySupervisor");
    browser.picture("landing");
    browser.open("/limits.html");
    browser.waitFor("变“20分钟”内开办为常态");
    browser.picture("limits");
  }

  private void theClerkStartsACase() {
    browser.signIn("nyClerk", "tasklist");
    application.opens();
    application.isFilledIn(COMPANY, "370921199003078513");
    browser.picture("start-form");
    application.isHandedIn();
    browser.waitFor("校验不通过");
    browser.picture("start-form-refused");
    assertThat(browser.valueOf("企业名称")).isEqualTo(COMPANY);
    browser.fill("居民身份证号码", "370921199003078512");
    application.isHandedIn();
    application.isClosed();
  }

  private void theClerkAccepts() {
    browser.signIn("nyClerk", "tasklist");
    openTask("审查申请材料");
    browser.choose("材料审查结论", "齐全，受理");
    browser.picture("check-materials");
    complete();
  }

  private void theSupervisorFindsTheCaseOnTheDiagram() {
    browser.signIn("nySupervisor", "cockpit");
    browser.open("/camunda/app/cockpit/default/#/processes");
    browser.click(By.xpath("//td//a[normalize-space(.)='企业开办']"));
    browser.shown(By.cssSelector("[data-element-id=userTask_handleTax]"));
    browser.picture("cockpit-definition");
    browser.click(By.cssSelector("td.instance-id a, a[href*='process-instance/']"));
    browser.shown(By.cssSelector("[data-element-id=subProcess_withinPromise]"));
    browser.picture("cockpit-instance");
    assertThat(browser.shows("用户任务")).isTrue();
  }

  private void everyDepartmentDoesItsPart() {
    browser.signIn("nyTax", "tasklist");
    browser.waitFor("剩余 2小时（工作时间）");
    assertThat(browser.shows(COMPANY)).isTrue();
    openTask("办理涉税事项");
    browser.choose("纳税人类型", "小规模纳税人");
    browser.choose("发票种类", "电子发票");
    browser.fill("税务Ukey编号", "UK123456");
    browser.picture("tasklist-tax");
    complete();

    workOf("nyPolice", "备案刻制公章");
    browser.fill("印章备案编码", "3709210012345");
    browser.choose("公章交付方式", "现场即时刻制");
    complete();

    workOf("nyMedicalIns", "办理医保登记");
    browser.fill("医保单位编号", "YB370921001");
    complete();

    workOf("nyHousingFund", "办理公积金登记");
    browser.fill("公积金单位账号", "GJJ370921001");
    browser.fill("缴存比例", "8");
    complete();

    workOf("nyBank", "预约银行开户");
    browser.fill("开户银行网点", "宁阳农商银行城区支行");
    browser.choose("办理状态", "已开户");
    complete();

    workOf("nyHrss", "办理社保登记");
    browser.fill("社会保险登记编号", "370921000123");
    complete();
    // else the next one moves up in the list while it is clicked on
    browser.waitUntilGone(inList("办理社保登记"));
    openTask("办理就业登记");
    browser.fill("登记就业人数", "3");
    complete();
  }

  private void workOf(String person, String task) {
    browser.signIn(person, "tasklist");
    openTask(task);
  }

  private void theClerkHandsOut() {
    workOf("nyClerk", "统一出件");
    browser.choose("实际出件方式", "窗口领取");
    browser.fill("领取人", "王晓明");
    browser.picture("hand-out");
    complete();
    browser.waitFor("没有符合筛选条件的任务");
    browser.picture("tasklist-done");
  }

  private static By inList(String task) {
    return By.xpath(
        "//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='" + task + "']");
  }

  private void openTask(String name) {
    browser.click(inList(name));
    browser.shown(By.cssSelector(".fjs-container"));
    browser.click(
        By.xpath(
            "//*[contains(@class,'claim') or self::button or self::a][normalize-space(.)='签收']"));
    browser.waitFor("退签");
  }

  private void complete() {
    browser.click(By.xpath("//button[normalize-space(.)='办结']"));
    browser.waitUntilGone(By.cssSelector(".fjs-container"));
  }
}
