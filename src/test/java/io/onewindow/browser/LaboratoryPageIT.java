package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A trainer asks what one more clerk for taxes would change, and reads the answer. */
@FaceTest
class LaboratoryPageIT {

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @TempDir private Path folder;

  private Chromium browser;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("laboratory-last");
    browser.close();
    hall.closes();
  }

  @Test
  void oneMoreClerkForTaxes() throws IOException {
    browser.open("/");
    browser.clickText("进入实验室");
    signIn("nyClerk");
    browser.waitFor("实验室仅供培训人员和系统管理员使用。");
    signIn("nyTrainer");
    browser.shown(By.id("service"));
    browser.pick("辖区", "宁阳县");
    browser.picture("laboratory-empty");
    browser.clickText("取现状");
    browser.waitFor("改动和试算：企业开办（宁阳县）");
    assertThat(browser.whole()).contains("项是假设，不是统计数据");
    // the third rung opens staff
    assertThat(browser.texts(By.cssSelector("#new-edit option"))).doesNotContain("增加人员");
    browser.clickText("3 人员");
    // on the diagram
    browser.click(By.cssSelector("#bench-diagram [data-element-id=userTask_handleTax]"));
    browser.click(By.xpath("//div[@id='clicked']//button[contains(.,'加人')]"));
    // busy enough to matter
    set("平均多少分钟来一件", "8");
    set("每次办件数", "300");
    set("重复次数", "10");
    amount("0");
    browser.clickText("开始试算");
    browser.waitFor("应在 1 至 10000 之间");
    browser.pictureOf("laboratory-refused", By.id("edits"));
    amount("1");
    browser.clickText("开始试算");
    browser.shown(By.id("verdict"));
    String verdict = browser.shown(By.id("verdict")).getText();
    assertThat(verdict).contains("税务", "增加 1 人：", "95% 置信区间").doesNotContain("addStaff");
    browser.until(
        page ->
            browser.texts(By.cssSelector("#before-diagram .value")).stream()
                .anyMatch(text -> !text.isEmpty()));
    assertThat(verdict).startsWith("部门 县税务局 增加 1 人：办件承诺（");
    assertThat(browser.texts(By.cssSelector("#result .bjs-powered-by"))).hasSize(2);
    browser.pictureOf("laboratory-result", By.cssSelector("#result .pair"));
    browser.pick("右图", "差异图");
    browser.pick("指标", "平均排队");
    browser.waitFor("差异：");
    browser.picture("laboratory-difference");
    browser.longPicture("laboratory-long");
    assertThat(browser.whole()).contains("用时的分布", "时间去向：等待经办");
    long brief = shownRows();
    browser.click(By.id("all-figures"));
    assertThat(shownRows()).isGreaterThan(brief);
    handOver(verdict);
  }

  private long shownRows() {
    return browser.texts(By.cssSelector(".figures tr")).stream()
        .filter(text -> !text.isEmpty())
        .count();
  }

  /** The file and the table are saved, and somebody else opens the file. */
  private void handOver(String verdict) throws IOException {
    browser.downloadsTo(folder);
    browser.click(By.id("csv"));
    Path table = folder.resolve("企业开办.csv");
    browser.until(page -> Files.exists(table));
    assertThat(Files.readString(table))
        .startsWith("\uFEFF\"类别\",\"指标\"")
        .contains("case.cycleTime.mean", "办理涉税事项 等待");
    browser.click(By.id("share"));
    Path file = folder.resolve("企业开办.json");
    browser.until(page -> Files.exists(file));
    browser.open("/laboratory/");
    signIn("sxTrainer");
    browser.shown(By.id("service"));
    browser.chooseFile(By.id("open"), file);
    assertThat(browser.shown(By.id("verdict")).getText()).isEqualTo(verdict);
  }

  @Test
  void aFileHandedOverIsOpenedAgainAndAWrongOneRefused() throws IOException {
    browser.open("/laboratory/");
    signIn("nyTrainer");
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"head\": {}}");
    browser.chooseFile(By.id("open"), wrong);
    browser.waitFor("这不是本实验室的文件");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");
    browser.chooseFile(By.id("open"), broken);
    browser.waitFor("这不是有效的 JSON 文件");
    browser.clickText("取现状");
    browser.waitFor("改动和试算：企业开办");
    Path scenario =
        Files.writeString(
            folder.resolve("scenario.json"),
            "{\"approval\": {\"jurisdiction\": \"ningyang\", \"cases\": 77, \"warmUpCases\": 0,"
                + " \"edits\": [{\"edit\": \"setReturnRate\", \"rate\": 0.4}]}}");
    browser.chooseFile(By.id("open"), scenario);
    browser.waitFor("改退回补正率");
    assertThat(field("每次办件数").getDomProperty("value")).isEqualTo("77");
  }

  @Test
  void theoryAndSimulationMeet() {
    browser.open("/laboratory/self-check.html");
    signIn("nyTrainer");
    browser.fillNamed("service", "600");
    browser.clickText("算一遍");
    browser.waitFor("没有稳定的理论值");
    browser.fillNamed("service", "300");
    browser.fillNamed("cases", "5000");
    browser.clickText("算一遍");
    browser.waitFor("个区间中");
    // M/M/1 at half load waits as long as it serves
    assertThat(browser.texts(By.cssSelector("#rows tbody tr:nth-child(2) td")))
        .startsWith("平均等待 Wq", "5.0 分钟");
    browser.picture("laboratory-self-check");
  }

  private void signIn(String person) {
    browser.fillNamed("user", person);
    browser.fillNamed("password", "onewindow");
    browser.clickText("登录");
  }

  private void set(String label, String value) {
    WebElement field = field(label);
    field.clear();
    field.sendKeys(value);
  }

  private void amount(String value) {
    WebElement field = browser.shown(By.cssSelector("#edits [data-key=amount]"));
    field.clear();
    field.sendKeys(value);
  }

  private WebElement field(String label) {
    return browser.shown(
        By.xpath("//label[starts-with(normalize-space(.),'" + label + "')]//input"));
  }
}
