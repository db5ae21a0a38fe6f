package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.material.TestFiles;
import io.onewindow.casefile.paper.QueryCodes;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An applicant follows a case on the telephone: supplies what is missing, rates, is answered. */
@FaceTest
class ProgressPageIT {

  private static final String HOSTILE = "宁阳县<img src=x onerror=alert(1)>商贸有限公司";

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private QueryCodes codes;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;

  private Chromium browser;
  private ProcessInstance theCase;

  @BeforeEach
  void openTheHall() {
    jdbc.sql("delete from ow_query_attempt").update();
    hall.itIs("2026-09-29T10:00");
    browser = new Chromium(port);
    browser.asPhone();
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("progress-last");
    browser.close();
    hall.closes();
  }

  @Test
  void followsACaseFromTheNoticeToTheAnswer() throws IOException {
    theCase =
        hall.starts(
            "nyClerk",
            "company-registration",
            with(tradingCompany(), Map.of("sealChoice", "now", "taxChoice", "now")));
    told();
    asksForTheCode();
    suppliesWhatIsMissing();
    seesWhatIsLeft();
    rates();
    readsTheAnswer();
  }

  @Test
  void showsHostileNamesAsText() {
    theCase =
        hall.starts(
            "nyClerk",
            "company-registration",
            with(tradingCompany(), Map.of("enterpriseName", HOSTILE)));
    told();
    open(codes.of(theCase.getBusinessKey()));
    browser.waitFor("请您补正材料");
    assertThat(browser.whole()).contains(HOSTILE);
    assertThat(browser.texts(By.cssSelector("main img"))).isEmpty();
  }

  private void told() {
    hall.completes(
        "nyClerk",
        theCase,
        "审查申请材料",
        Map.of("materialsDecision", "notice", "missingItems", "住所使用证明缺产权人签字\n股东会决议缺日期"));
  }

  private void asksForTheCode() {
    open("22222222");
    browser.waitFor("受理编号或者查询码不正确");
    browser.longPicture("progress-code-refused");
    String code = codes.of(theCase.getBusinessKey());
    browser.shown(By.name("code")).clear();
    browser.shown(By.name("code")).sendKeys(code.toLowerCase());
    browser.clickText("查询");
    browser.waitFor("请您补正材料");
    assertThat(browser.address()).endsWith("/progress/" + theCase.getBusinessKey());
    assertThat(browser.overhang()).isZero();
    browser.longPicture("progress-supplement");
  }

  private void suppliesWhatIsMissing() throws IOException {
    Path file = Files.write(folder.resolve("住所使用证明.pdf"), TestFiles.pdf("premises"));
    browser.shown(By.cssSelector(".uploads input")).sendKeys(file.toString());
    browser.clickText("上传");
    browser.waitFor("住所使用证明.pdf");
    browser.shown(By.name("note")).sendKeys("已补产权人签字和决议日期");
    browser.clickText("补正完毕，提交");
    browser.waitFor("补正材料已收到");
    assertThat(hall.openTasks(theCase)).containsExactly("审查申请材料");
  }

  private void seesWhatIsLeft() {
    hall.itIs("2026-09-29T10:05");
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.itIs("2026-09-29T10:10");
    hall.completes(
        "nyPolice",
        theCase,
        "备案刻制公章",
        Map.of("sealNo", "3709210012345", "sealDelivery", "onTheSpot"));
    browser.open("/progress/" + theCase.getBusinessKey());
    browser.waitFor("剩余 1小时55分");
    browser.clickText("为什么是这一天？");
    assertThat(browser.whole()).contains("宁政发〔2021〕8号", "办理涉税事项", "统一出件", "王**");
    assertThat(browser.whole()).doesNotContain("王晓明", "nyPolice", "13805480001");
    assertThat(browser.overhang()).isZero();
    browser.longPicture("progress-phone");
    browser.asDesktop();
    browser.longPicture("progress-desktop");
    browser.asPhone();
  }

  private void rates() {
    hall.completes(
        "nyTax",
        theCase,
        "办理涉税事项",
        Map.of("taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456"));
    hall.completes(
        "nyClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    browser.open("/progress/" + theCase.getBusinessKey());
    browser.waitFor("评价本次服务");
    browser.click(By.cssSelector("input[name=grade][value='1']"));
    browser.shown(By.name("remark")).sendKeys("领照等候四十分钟");
    browser.longPicture("progress-rating");
    browser.clickText("提交评价");
    browser.waitFor("您的意见已转专人核实");
  }

  private void readsTheAnswer() {
    ProcessInstance followUp =
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey("rating-follow-up")
            .processInstanceBusinessKey(theCase.getBusinessKey())
            .singleResult();
    hall.completes(
        "nySupervisor",
        followUp,
        "回访核实差评",
        Map.of("ratingFinding", "rectify", "ratingInquiry", "当日电话回访，叫号记录属实"));
    hall.completes("nySupervisor", followUp, "整改并答复", Map.of("ratingAnswer", "情况属实，已增开出件窗口，感谢监督。"));
    browser.open("/progress/" + theCase.getBusinessKey());
    browser.waitFor("情况属实，已增开出件窗口，感谢监督。");
    browser.longPicture("progress-answered");
  }

  private void open(String code) {
    browser.open("/progress/" + theCase.getBusinessKey());
    browser.shown(By.name("code")).sendKeys(code);
    browser.clickText("查询");
  }
}
