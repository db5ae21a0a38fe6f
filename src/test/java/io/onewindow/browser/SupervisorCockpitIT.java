package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.promise.ClockActs;
import io.onewindow.story.Hall;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.figures.Forgetting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The supervisor's screens in Cockpit, on two weeks played through the engine. */
@FaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisorCockpitIT {

  private static final String COCKPIT = "/camunda/app/cockpit/default/#";
  private static final String TAX = "userTask_handleTax";
  private static final String MEDICAL = "userTask_registerMedicalInsurance";

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private ClockActs acts;
  @Autowired private Projection projection;
  @Autowired private JdbcClient jdbc;

  private Chromium browser;
  private TwoWeeks story;

  @BeforeAll
  void twoWeeksHavePassed() {
    projection.catchUp();
    Forgetting.everything(jdbc);
    story = new TwoWeeks(hall, acts);
    story.play();
    projection.catchUp();
    browser = new Chromium(port);
    browser.asWindow(1440, 900);
  }

  @BeforeEach
  void everythingIsTakenIn() {
    projection.catchUp();
  }

  @AfterAll
  void closeTheHall() {
    browser.picture("supervisor-last");
    browser.close();
    hall.closes();
    projection.catchUp();
    Forgetting.everything(jdbc);
  }

  @Test
  void opensTheListBehindEveryNumberOfTheDashboard() {
    browser.signIn("nySupervisor", "cockpit");
    browser.waitFor("督办总览");
    browser.shown(By.className("ows-cards"));
    inBothSizes("supervisor-dashboard");
    assertThat(browser.texts(By.cssSelector(".ows-rate"))).hasSize(4);
    browser.click(By.xpath("//a[contains(@class,'ows-chip')][contains(.,'红灯')]"));
    browser.shown(row(story.red().getBusinessKey()));
    assertThat(browser.texts(By.cssSelector(".ows-table tbody tr"))).hasSize(1);
    inBothSizes("supervisor-red");
    browser.click(By.linkText(story.red().getBusinessKey()));
    browser.waitFor("为什么是这一天？");
  }

  @Test
  void paintsTheStepsOfTheModelAgainstTheirPromise() {
    browser.signIn("nySupervisor", "cockpit");
    openDefinition();
    browser.shown(By.cssSelector("[data-element-id=" + MEDICAL + "].ows-heat-over"));
    browser.shown(By.cssSelector("[data-element-id=" + TAX + "].ows-heat-within"));
    inBothSizes("supervisor-heat");
    browser.pointAt(By.cssSelector("[data-element-id=" + MEDICAL + "]"));
    browser.shown(By.xpath("//*[@role='tooltip'][contains(.,'2小时')][contains(.,'宁政发')]"));
    inBothSizes("supervisor-heat-told");
    measure("超时比例");
    browser.shown(By.cssSelector("[data-element-id=" + MEDICAL + "].ows-heat-5"));
    inBothSizes("supervisor-heat-late");
    measure("中位工作用时");
    browser.clickText("并列对比");
    browser.shown(By.cssSelector("dialog [data-element-id=" + MEDICAL + "].ows-heat-over"));
    pickPeriod(1, "2026-09-07", "2026-09-08");
    pickPeriod(2, "2026-09-10", "2026-09-11");
    browser.shown(By.xpath("//dialog//tr[contains(.,'办理医保登记')][contains(.,'↑')]"));
    inBothSizes("supervisor-compare");
    browser.click(By.xpath("//dialog//button[.='关闭']"));
    measureOff();
    browser.waitUntilGone(By.className("ows-badge"));
    measureOn();
  }

  @Test
  void showsFiguresInTheTabsOfAModel() {
    browser.signIn("nySupervisor", "cockpit");
    openDefinition();
    tab("用时统计");
    browser.shown(By.xpath("//tr[contains(.,'办理医保登记')][contains(.,'0%')]"));
    inBothSizes("supervisor-tab-cycle");
    tab("超时办件");
    browser.shown(By.xpath("//tr[contains(.,'办理医保登记')]"));
    inBothSizes("supervisor-tab-late");
    tab("趋势");
    browser.shown(By.className("ows-chart"));
    inBothSizes("supervisor-tab-trend");
    tab("在办办件");
    browser.shown(row(story.red().getBusinessKey()));
    inBothSizes("supervisor-tab-open");
  }

  @Test
  void hasAPageForEachList() {
    browser.signIn("nySupervisor", "cockpit");
    page("cycle?by=department", "县医保局");
    page("late", "办理医保登记");
    page("trend", "每周承诺兑现（件）");
    page("open", story.paused().getBusinessKey());
  }

  @Test
  void comparesJurisdictionsAndTellsWhoTookTheTime() {
    browser.signIn("nySupervisor", "cockpit");
    page("time", "非办公时间");
    openDefinition();
    tab("辖区比较");
    browser.shown(By.className("ows-compare"));
    inBothSizes("supervisor-tab-jurisdictions");
    tab("用时归属");
    browser.shown(By.className("ows-parties"));
    inBothSizes("supervisor-tab-time");
    browser.signIn("admin", "cockpit");
    page("jurisdictions?service=company-registration", "按聊城市时限");
    String county = "//tr[th[contains(.,'莘县的办件')]]/td";
    browser.shown(By.xpath(county + "[@class='ows-own'][contains(.,'兑现 0 件，未兑现 1 件')]"));
    browser.shown(By.xpath(county + "[contains(.,'兑现 1 件，未兑现 0 件')]"));
    browser.shown(By.xpath("//td[contains(.,'2小时　一般情形')][contains(.,'4小时　需人工审查的')]"));
  }

  @Test
  void tellsTheStoryOfACase() {
    browser.signIn("nySupervisor", "cockpit");
    browser.open(COCKPIT + "/process-instance/" + story.paused().getId() + "/runtime");
    browser.shown(By.className("ows-timeline"));
    browser.waitFor("为什么是这一天？");
    inBothSizes("supervisor-story-tab");
    browser.open(COCKPIT + "/onewindow/case?receiptNo=" + story.paused().getBusinessKey());
    browser.shown(By.className("ows-timeline"));
    browser.shown(By.xpath("//td[contains(.,'听证')]"));
    browser.shown(By.className("ows-parties"));
    inBothSizes("supervisor-story");
  }

  @Test
  void saysSoWhereThereIsNothing() {
    browser.signIn("hkSupervisor", "cockpit");
    browser.waitFor("没有在办办件。");
    inBothSizes("supervisor-empty-dashboard");
    openDefinition();
    browser.waitFor("办结 0 件");
    inBothSizes("supervisor-empty-heat");
    for (String view : new String[] {"open", "late", "cycle", "trend", "time"}) {
      browser.open(COCKPIT + "/onewindow/" + view);
      browser.shown(By.className("ows-nothing"));
      inBothSizes("supervisor-empty-" + view);
    }
  }

  @Test
  void leavesTrainersCockpitAsItIs() {
    browser.signIn("nyTrainer", "cockpit");
    browser.open(COCKPIT + "/onewindow/open");
    browser.shown(By.xpath("//*[@class='ows-problem'][contains(.,'仅供督办人员')]"));
    browser.open(COCKPIT + "/dashboard");
    browser.waitFor("运行中的流程实例");
    assertThat(browser.texts(By.className("ows-cards"))).isEmpty();
    inBothSizes("supervisor-trainer");
  }

  @Test
  void tellsWhatIsWrongWithADay() {
    browser.signIn("nySupervisor", "cockpit");
    browser.open(COCKPIT + "/onewindow/late");
    By from = By.xpath("//label[span='自']/input");
    browser.shown(from);
    browser.pickDay(from, "2026-02-30");
    browser.waitFor("没有“2026-02-30”这一天，应如 2026-09-15");
    inBothSizes("supervisor-day-refused");
    browser.pickDay(from, "2026年9月1日");
    browser.waitUntilGone(By.className("ows-refusal"));
    browser.until(page -> browser.address().contains("from=2026-09-01"));
    browser.pickDay(from, "2026-09-16");
    browser.shown(By.xpath("//*[@class='ows-problem'][contains(.,'2026-09-16')]"));
    inBothSizes("supervisor-period-refused");
  }

  @Test
  void tellsThatAVersionIsGone() {
    browser.signIn("nySupervisor", "cockpit");
    browser.open(COCKPIT + "/onewindow/cycle?service=company-registration&version=99");
    browser.shown(
        By.xpath("//*[@class='ows-problem'][contains(.,'“企业开办”没有第 99 版，可能已经删除；现有：第 1 版')]"));
    inBothSizes("supervisor-version-refused");
  }

  /** The page says how far it is, and opens by itself when all is counted. */
  @Test
  void waitsWhileEverythingIsCountedAgain() {
    browser.signIn("nySupervisor", "cockpit");
    browser.open(COCKPIT + "/onewindow/open");
    browser.shown(row(story.red().getBusinessKey()));
    projection.rebuild();
    browser.click(By.xpath("//label[span='亮灯']/select/option[contains(.,'红灯')]"));
    browser.shown(By.xpath("//*[@class='ows-problem'][contains(.,'正在重建统计数据，已完成')]"));
    inBothSizes("supervisor-rebuilding");
    projection.catchUp();
    browser.shown(row(story.red().getBusinessKey()));
  }

  private void openDefinition() {
    browser.open(COCKPIT + "/processes");
    browser.click(By.xpath("//td//a[normalize-space(.)='企业开办']"));
    browser.shown(By.className("ows-heat-legend"));
  }

  private void pickPeriod(int side, String from, String to) {
    String place = "(//dialog//div[@class='ows-side'])[" + side + "]";
    browser.pickDay(By.xpath(place + "//input[@title='自']"), from);
    browser.pickDay(By.xpath(place + "//input[@title='至（含当日）']"), to);
    browser.shown(By.xpath(place + "//p[contains(.,'办结 4 件')]"));
  }

  private void measure(String name) {
    browser.click(By.xpath("//*[contains(@class,'ows-heat-panel')]//option[.='热力图：" + name + "']"));
  }

  private void measureOff() {
    browser.click(By.xpath("//*[contains(@class,'ows-heat-panel')]//option[.='不显示热力图']"));
  }

  private void measureOn() {
    measure("中位工作用时");
    browser.shown(By.className("ows-heat-legend"));
  }

  private void tab(String name) {
    browser.click(
        By.xpath("//ul[contains(@class,'nav-tabs')]//a[normalize-space(.)='" + name + "']"));
  }

  private void page(String address, String words) {
    browser.open(COCKPIT + "/onewindow/" + address);
    browser.shown(By.xpath("//*[contains(@class,'ows-body')][contains(.,'" + words + "')]"));
    inBothSizes("supervisor-" + address.replaceAll("\\?.*", ""));
  }

  private static By row(String receiptNo) {
    return By.xpath("//tr[contains(.,'" + receiptNo + "')]");
  }

  private void inBothSizes(String name) {
    browser.asWindow(1920, 1080);
    browser.picture(name + "-wide");
    browser.asWindow(1440, 900);
    browser.picture(name);
  }
}
