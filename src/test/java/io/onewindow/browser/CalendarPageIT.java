package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** An administrator loads a made-up year on the calendar page. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"demo", "test"})
@DirtiesContext
class CalendarPageIT {

  private static final By PREVIEW = By.xpath("//button[text()='预览差异']");
  private static final By CONFIRM = By.id("confirm");

  @LocalServerPort private int port;

  private Chromium browser;

  @BeforeEach
  void openThePage() {
    browser = new Chromium(port);
    browser.open("/calendar.html");
    browser.waitFor("2026 年 12 月");
  }

  @AfterEach
  void closeThePage() {
    browser.picture("calendar-last");
    browser.close();
  }

  @Test
  void loadsAYearThatWasAnEstimateAfterShowingTheDifferences() throws IOException {
    String notice = Files.readString(Path.of("src/test/resources/calendars/fictitious-2027.csv"));
    browser.click(By.xpath("//button[starts-with(normalize-space(.),'2027')]"));
    browser.waitFor("2027 年的放假安排尚未载入");
    browser.fill("文号", "虚构〔2026〕0号");
    browser.fill("标题", "虚构的通知");
    browser.fill("原文网址", "https://example.org/2027");
    browser.fill("CSV", notice.replace("2027-10-09,workday", "2027-10-11,workday"));
    signs("nyTax", "onewindow");
    browser.waitFor("只有系统管理员可以载入日历通知");
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
  }

  private void signs(String user, String password) {
    browser.fill("用户名", user);
    browser.fill("密码", password);
    browser.click(PREVIEW);
  }
}
