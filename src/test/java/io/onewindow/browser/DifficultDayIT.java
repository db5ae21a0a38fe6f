package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.material.TestFiles;
import io.onewindow.casefile.paper.QueryCodes;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.print.PrintedPaper;
import io.onewindow.story.Hall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A day on which nothing goes straight: told once, supplemented on the phone, one material
 * deferred, one department asked, one return, a deputy's signature, and a bad rating at its end.
 */
@FaceTest
class DifficultDayIT {

  private static final String DEPUTY = "hkApprovalB";
  private static final String REVIEW = "审查名称住所";
  private static final String CHECK = "审查申请材料";

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private Face face;
  @Autowired private QueryCodes codes;
  @Autowired private IdentityService identity;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;

  private Chromium browser;
  private ProcessInstance theCase;

  @BeforeEach
  void openTheHall() {
    User deputy = identity.newUser(DEPUTY);
    deputy.setFirstName("河口区");
    deputy.setLastName("区行政审批局二");
    deputy.setPassword("onewindow");
    identity.saveUser(deputy);
    identity.createMembership(DEPUTY, "approval");
    identity.createTenantUserMembership("hekou", DEPUTY);
    jdbc.sql("delete from ow_query_attempt").update();
    hall.itIs("2026-09-15T09:00");
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("day-last");
    browser.close();
    hall.closes();
    identity.deleteUser(DEPUTY);
    jdbc.sql("delete from ow_deputy_task").update();
    jdbc.sql("delete from ow_deputy").update();
  }

  @Test
  void endsWellAllTheSame() throws Exception {
    theCase =
        hall.starts(
            "hkClerk",
            "company-registration",
            with(tradingCompany(), Map.of("additionalPremises", "河口区二号仓库")));
    theClerkDefersOneMaterialAndTellsOnceWhatElseIsMissing();
    theApplicantSupplementsOnThePhone();
    theOfficerAsksTheTaxOfficeAndReturnsTheCase();
    aDeputySigns();
    theResultIsHandedOutAndItsCodeVerified();
    aBadRatingComesBackAndIsAnswered();
  }

  private void theClerkDefersOneMaterialAndTellsOnceWhatElseIsMissing() {
    browser.signIn("hkClerk", "tasklist");
    openTask(CHECK, "材料");
    browser.shown(By.className("onewindow-material"));
    browser.click(By.xpath("//section[contains(h5,'任职文件')]//button[.='容缺']"));
    browser.fill("容缺理由", "股东会决议当日下午形成");
    browser.click(By.xpath("//button[.='确定容缺']"));
    browser.waitFor("前补交");
    browser.picture("day-1-deferred");
    tab("表单");
    claim();
    browser.choose("材料审查结论", "需补正，一次性告知");
    browser.fill("需补正的全部内容", "住所使用证明缺产权人签字");
    browser.picture("day-2-notice");
    browser.click(By.xpath("//button[normalize-space(.)='办结']"));
    browser.waitUntilGone(By.xpath("//button[normalize-space(.)='办结']"));
    assertThat(hall.openTasks(theCase)).containsExactly("登记补正材料");
  }

  private void theApplicantSupplementsOnThePhone() throws IOException {
    browser.asPhone();
    browser.open("/progress/" + theCase.getBusinessKey());
    browser.shown(By.name("code")).sendKeys(codes.of(theCase.getBusinessKey()));
    browser.clickText("查询");
    browser.waitFor("请您补正材料");
    Path file = Files.write(folder.resolve("住所使用证明.pdf"), TestFiles.pdf("premises"));
    browser.shown(By.cssSelector(".uploads input")).sendKeys(file.toString());
    browser.clickText("上传");
    browser.waitFor("住所使用证明.pdf");
    browser.shown(By.name("note")).sendKeys("已补产权人签字");
    browser.clickText("补正完毕，提交");
    browser.waitFor("补正材料已收到");
    browser.longPicture("day-3-supplemented");
    browser.asDesktop();
    hall.itIs("2026-09-15T09:30");
    hall.completes("hkClerk", theCase, CHECK, Map.of("materialsDecision", "complete"));
  }

  private void theOfficerAsksTheTaxOfficeAndReturnsTheCase() {
    browser.signIn("hkApproval", "tasklist");
    openTask(REVIEW, "办理动作");
    act("征求意见");
    browser.click(By.xpath("//dialog//label[contains(.,'区税务局')]"));
    browser.fill("征求意见的内容", "住所是否存在涉税异常，请提出意见");
    confirm("征求意见");
    hall.answersInquiry(
        "hkTax",
        theCase.getBusinessKey(),
        Map.of("inquiryDecision", "agree", "inquiryOpinion", "无异常"));
    browser.signIn("hkApproval", "tasklist");
    openTask(REVIEW, "办理动作");
    browser.waitFor("同意：无异常");
    browser.picture("day-4-consulted");
    act("退回");
    browser.click(By.xpath("//dialog//option[contains(.,'收件与受理（从头办理）')]"));
    browser.fill("退回理由", "住所证明缺页，请窗口补扫");
    browser.click(By.xpath("//dialog//label[contains(.,'我已知晓')]"));
    confirm("退回");
    assertThat(hall.openTasks(theCase)).containsExactly(CHECK);
    hall.completes("hkClerk", theCase, CHECK, Map.of("materialsDecision", "complete"));
  }

  private void aDeputySigns() {
    browser.signIn("hkApproval", "tasklist");
    browser.click(By.className("onewindow-desk-link"));
    browser.click(By.xpath("//dialog//button[.='指定代办人']"));
    browser.click(
        By.xpath("//dialog[.//label[.='代办人']]//select/option[contains(.,'" + DEPUTY + "')]"));
    browser.fillDate("自", "2026-09-15");
    browser.fillDate("至", "2026-09-16");
    browser.fill("理由", "外出开会");
    browser.click(By.xpath("//dialog//button[.='确定指定']"));
    browser.waitFor("代办中");
    browser.picture("day-5-deputy");
    browser.signIn(DEPUTY, "tasklist");
    openTask(REVIEW, "表单");
    claim();
    browser.choose("是否准予登记", "准予登记");
    browser.picture("day-6-signed");
    browser.click(By.xpath("//button[normalize-space(.)='办结']"));
    browser.waitUntilGone(By.xpath("//button[normalize-space(.)='办结']"));
    assertThat(hall.openTasks(theCase)).containsExactly("统一出件");
  }

  private void theResultIsHandedOutAndItsCodeVerified() throws Exception {
    hall.completes(
        "hkClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    String result =
        "/api/v1/cases/" + theCase.getBusinessKey() + "/papers/" + theCase.getBusinessKey() + "-R1";
    byte[] pdf =
        HttpClient.newHttpClient()
            .send(face.request("hkClerk", result).GET().build(), BodyHandlers.ofByteArray())
            .body();
    URI code = URI.create(new PrintedPaper(pdf).code());
    browser.asPhone();
    browser.open(code.getPath() + "?" + code.getQuery());
    browser.waitFor("核验通过");
    browser.longPicture("day-7-verified");
  }

  private void aBadRatingComesBackAndIsAnswered() {
    browser.open("/progress/" + theCase.getBusinessKey());
    browser.shown(By.name("code")).sendKeys(codes.of(theCase.getBusinessKey()));
    browser.clickText("查询");
    browser.waitFor("评价本次服务");
    browser.click(By.cssSelector("input[name=grade][value='1']"));
    browser.shown(By.name("remark")).sendKeys("来回跑了两趟");
    browser.clickText("提交评价");
    browser.waitFor("您的意见已转专人核实");
    ProcessInstance followUp =
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey("rating-follow-up")
            .processInstanceBusinessKey(theCase.getBusinessKey())
            .singleResult();
    hall.completes(
        "hkSupervisor",
        followUp,
        "回访核实差评",
        Map.of("ratingFinding", "rectify", "ratingInquiry", "当日电话回访，材料确有漏扫"));
    hall.completes("hkSupervisor", followUp, "整改并答复", Map.of("ratingAnswer", "漏扫属窗口差错，已致歉并整改。"));
    browser.open("/progress/" + theCase.getBusinessKey());
    browser.waitFor("漏扫属窗口差错，已致歉并整改。");
    browser.longPicture("day-8-answered");
  }

  private void openTask(String task, String tab) {
    browser.click(
        By.xpath("//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='" + task + "']"));
    tab(tab);
  }

  private void tab(String name) {
    browser.click(
        By.xpath("//ul[contains(@class,'nav-tabs')]//a[normalize-space(.)='" + name + "']"));
  }

  private void claim() {
    By button = By.xpath("//button[normalize-space(.)='签收']");
    browser.click(button);
    browser.waitUntilGone(button);
  }

  private void act(String label) {
    browser.click(
        By.xpath("//section[contains(@class,'onewindow-actions')]/button[.='" + label + "']"));
    browser.shown(By.xpath("//dialog//h4[.='" + label + "']"));
  }

  private void confirm(String label) {
    browser.click(By.xpath("//dialog//button[.='确定" + label + "']"));
    browser.waitUntilGone(By.xpath("//dialog"));
  }
}
