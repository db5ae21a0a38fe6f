package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.story.Hall;
import io.onewindow.story.WebSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** An administrator loads a made-up year on the calendar page. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"demo", "test"})
@DirtiesContext
@Import(Hall.class)
@TestPropertySource(properties = "onewindow.redating.unattended=true")
class CalendarPageIT {

  private static final By PREVIEW = By.xpath("//button[text()='预览差异']");
  private static final By CONFIRM = By.id("confirm");

  @LocalServerPort private int port;
  @Autowired private Hall hall;

  private Chromium browser;

  @BeforeEach
  void openThePage() {
    browser = new Chromium(port);
    browser.open("/calendar.html");
    // it begins with the year in which it is looked at
    browser.click(By.xpath("//div[@id='years']/button[starts-with(normalize-space(.),'2026')]"));
    browser.waitFor("2026 年 12 月");
  }

  @AfterEach
  void closeThePage() {
    browser.picture("calendar-last");
    browser.close();
  }

  @Test
  void loadsAYearThatWasAnEstimateAfterShowingTheDifferences() throws IOException {
    startsACaseThatIsDueInTheNewYear();
    String notice = Files.readString(Path.of("src/test/resources/calendars/fictitious-2027.csv"));
    browser.click(By.xpath("//button[starts-with(normalize-space(.),'2027')]"));
    browser.waitFor("2027 年的放假安排尚未载入");
    browser.fill("文号", "虚构〔2026〕0号");
    browser.fill("标题", "虚构的通知");
    browser.fill("原文网址", "https://example.org/2027");
    browser.fill("CSV", notice.replace("2027-10-09,workday", "2027-10-11,workday"));
    signs("nyTax", "onewindow");
    browser.waitFor("只有系统管理员可以载入或撤回日历通知");
    signs("admin", "onewindow");
    browser.waitFor("第 34 行 type 栏：2027-10-11 本来就是工作日");
    assertThat(browser.valueOf("CSV")).contains("2027-10-11,workday");
    assertThat(browser.valueOf("文号")).isEqualTo("虚构〔2026〕0号");
    browser.picture("calendar-refused");

    browser.fill("CSV", notice);
    browser.click(PREVIEW);
    browser.waitFor("以下是预览，尚未载入");
    browser.picture("calendar-preview");
    browser.click(CONFIRM);
    browser.waitFor("已载入，涉及的时限按新日历计算");
    browser.waitFor("依据：");
    assertThat(browser.texts(By.id("source")).get(0)).contains("虚构〔2026〕0号《虚构的通知》");
    assertThat(browser.texts(By.cssSelector("#years [aria-pressed='true']")))
        .containsExactly("2027");

    awaitRedating();
    browser.open("/redating.html");
    browser.fillNamed("user", "admin");
    browser.fillNamed("password", "onewindow");
    browser.clickText("登录");
    browser.pickContaining("runs", "2027 年放假安排公布：虚构〔2026〕0号《虚构的通知》 · 已完成");
    browser.waitFor("admin 载入通知，系统 2026-12-29 10:00 预览；系统自动 2026-12-29 10:00 执行");
    browser.waitFor("1 / 1 件");
    browser.picture("redating-by-itself");
    hall.closes();
  }

  /** It is worked off on a thread of its own; the page reads the list once. */
  private void awaitRedating() {
    WebSession administrator = WebSession.basic(port, "admin");
    browser.until(page -> administrator.get("/api/v1/redatings").body().contains("已完成"));
  }

  private void startsACaseThatIsDueInTheNewYear() {
    hall.itIs("2026-12-29T10:00");
    var theCase =
        hall.starts(
            "hkClerk",
            "company-registration",
            with(tradingCompany(), Map.of("additionalPremises", "河口区二号仓库")));
    hall.completes("hkClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
  }

  @Test
  void takesANoticeOfAHallBackAfterAWarning() {
    browser.fill("文号", "宁政办字〔2026〕90号");
    browser.fill("标题", "虚构的停电通知");
    browser.pick("适用辖区", "宁阳县");
    browser.fill("CSV", "date,type,reason\n2027-03-01,closed,停电\n");
    signs("admin", "onewindow");
    browser.waitFor("以下是预览，尚未载入");
    browser.click(CONFIRM);
    browser.waitFor("须到“重新计算期限”页预览、执行");
    browser.pick("辖区", "宁阳县");
    browser.clickText("撤回…");
    browser.fillDate("自哪一天起撤回", "2027-01-01");
    browser.fill("撤回理由", "供电提前恢复");
    withdraws("nyTax");
    browser.waitFor("只有系统管理员可以载入或撤回日历通知");
    assertThat(browser.valueOf("撤回理由")).isEqualTo("供电提前恢复");
    withdraws("admin");
    browser.waitFor("请注意：撤回后，上述日期起不再按这份通知计算");
    browser.waitFor("停电，停止办公（宁政办字〔2026〕90号）");
    browser.pictureOf("calendar-withdrawal", By.id("withdrawal"));
    browser.click(By.id("withdraw"));
    browser.waitFor("已撤回宁政办字〔2026〕90号《虚构的停电通知》");
    assertThat(browser.texts(By.cssSelector("#local td:last-child")).get(0)).contains("起撤回：供电提前恢复");
    browser.pictureOf("calendar-withdrawn", By.id("local"));
  }

  private void withdraws(String user) {
    browser.fill("撤回人用户名", user);
    browser.fill("撤回人密码", "onewindow");
    browser.clickText("预览撤回");
  }

  private void signs(String user, String password) {
    browser.fill("用户名", user);
    browser.fill("密码", password);
    browser.click(PREVIEW);
  }
}
