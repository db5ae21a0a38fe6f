package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tab 办理动作 in a real browser: transfer, consult, return, sign one after the other, deputy. */
@FaceTest
class TaskActsTabIT {

  private static final String REVIEW = "审查名称住所";
  private static final String SECOND = "hkApprovalB";

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;

  private Chromium browser;
  private ProcessInstance theCase;

  @BeforeEach
  void aCompanyIsUnderReview() {
    User second = identity.newUser(SECOND);
    second.setFirstName("河口区");
    second.setLastName("区行政审批局二");
    second.setPassword("onewindow");
    identity.saveUser(second);
    identity.createMembership(SECOND, "approval");
    identity.createTenantUserMembership("hekou", SECOND);
    hall.itIs("2026-09-15T09:00");
    theCase =
        hall.starts(
            "hkClerk",
            "company-registration",
            with(tradingCompany(), Map.of("additionalPremises", "河口区二号仓库")));
    hall.completes("hkClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.itIs("2026-09-15T10:00");
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("acts-last");
    browser.close();
    hall.closes();
    identity.deleteUser(SECOND);
    // so that a story that broke off leaves nobody absent in the next
    jdbc.sql("delete from ow_deputy_task").update();
    jdbc.sql("delete from ow_deputy").update();
  }

  @Test
  void transfersConsultsAndReturns() {
    browser.signIn("hkApproval", "tasklist");
    openTab();
    browser.picture("acts-tab");
    act("转办");
    option("区行政审批局二");
    browser.click(By.xpath("//dialog//button[.='确定转办']"));
    browser.waitFor("理由为必填项");
    browser.picture("acts-transfer-refused");
    browser.fill("理由", "本人回避，由同事办理");
    browser.click(By.xpath("//dialog//button[.='确定转办']"));
    browser.waitFor("办理人 河口区区行政审批局二（hkApprovalB）");
    browser.picture("acts-transferred");

    browser.signIn(SECOND, "tasklist");
    openTab();
    act("征求意见");
    tick("区税务局");
    tick("区公安分局");
    browser.fill("征求意见的内容", "住所是否存在涉税异常，请提出意见");
    browser.picture("acts-consult-dialog");
    browser.click(By.xpath("//dialog//button[.='确定征求意见']"));
    browser.waitUntilGone(By.xpath("//dialog"));
    answer("hkTax", "无异常");
    answer("hkPolice", "无异常");
    browser.signIn(SECOND, "tasklist");
    openTab();
    browser.waitFor("同意：无异常");
    browser.picture("acts-consulted");

    act("退回");
    option("收件与受理（从头办理）");
    browser.fill("退回理由", "住所证明缺页，请窗口补扫");
    browser.picture("acts-return-dialog");
    assertThat(browser.shown(By.xpath("//dialog//button[.='确定退回']")).isEnabled()).isFalse();
    browser.click(By.xpath("//dialog//label[contains(.,'我已知晓')]"));
    browser.click(By.xpath("//dialog//button[.='确定退回']"));
    browser.waitUntilGone(By.xpath("//dialog"));
    assertThat(hall.openTasks(theCase)).containsExactly("审查申请材料");
    browser.signIn("hkClerk", "tasklist");
    openTab("审查申请材料");
    browser.waitFor("住所证明缺页，请窗口补扫");
    browser.picture("acts-returned");
  }

  @Test
  void signsOneAfterTheOtherAndPutsADeputyIn() {
    browser.signIn("hkApproval", "tasklist");
    openTab();
    act("后加签");
    tick("区行政审批局二");
    browser.fill("理由", "名称争议较大，请复核签署");
    browser.picture("acts-sign-after-dialog");
    browser.click(By.xpath("//dialog//button[.='确定后加签']"));
    browser.waitUntilGone(By.xpath("//dialog"));
    browser.waitFor("待签署");
    browser.picture("acts-sign-after");
    tab("表单");
    browser.choose("是否准予登记", "准予登记");
    browser.picture("acts-first-form");
    browser.click(By.xpath("//button[normalize-space(.)='办结']"));
    browser.waitUntilGone(By.xpath("//button[normalize-space(.)='办结']"));
    assertThat(hall.variable(theCase, "registrationDecision")).isEqualTo("grant");

    browser.signIn(SECOND, "tasklist");
    openTab();
    browser.waitFor("已于 2026-09-15 10:00 签署");
    browser.picture("acts-second-signer");
    tab("表单");
    browser.shown(By.xpath("//button[normalize-space(.)='办结']"));
    browser.picture("acts-second-form");

    browser.click(By.className("onewindow-desk-link"));
    browser.click(By.xpath("//dialog//button[.='指定代办人']"));
    browser.click(By.xpath("//dialog[.//label[.='代办人']]//select/option[contains(.,'hkTax')]"));
    browser.fillDate("自", "2026-09-15");
    browser.fillDate("至", "2026-09-16");
    browser.fill("理由", "外出开会");
    browser.picture("acts-deputy-dialog");
    browser.click(By.xpath("//dialog//button[.='确定指定']"));
    browser.waitFor("代办中");
    browser.picture("acts-deputies");
    browser.signIn("hkTax", "tasklist");
    browser.click(By.xpath("//*[starts-with(normalize-space(text()),'我的任务（hkTax）')]"));
    openTab();
    browser.waitFor("待签署");
    browser.picture("acts-deputy");

    browser.signIn(SECOND, "tasklist");
    browser.click(By.className("onewindow-desk-link"));
    browser.click(By.xpath("//dialog//button[.='取消代办']"));
    browser.fill("理由", "会议提前结束");
    browser.click(By.xpath("//dialog//button[.='确定取消代办']"));
    browser.waitFor("没有代办安排。");
  }

  private void openTab() {
    openTab(REVIEW);
  }

  private void openTab(String task) {
    browser.click(
        By.xpath("//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='" + task + "']"));
    tab("办理动作");
    browser.shown(By.className("onewindow-standing"));
  }

  private void tab(String name) {
    browser.click(
        By.xpath("//ul[contains(@class,'nav-tabs')]//a[normalize-space(.)='" + name + "']"));
  }

  private void act(String label) {
    browser.click(
        By.xpath("//section[contains(@class,'onewindow-actions')]/button[.='" + label + "']"));
    browser.shown(By.xpath("//dialog//h4[.='" + label + "']"));
  }

  private void option(String text) {
    browser.click(By.xpath("//dialog//option[contains(.,'" + text + "')]"));
  }

  private void tick(String text) {
    browser.click(By.xpath("//dialog//label[contains(.,'" + text + "')]"));
  }

  private void answer(String person, String opinion) {
    String key = theCase.getBusinessKey();
    hall.answersInquiry(person, key, Map.of("inquiryDecision", "agree", "inquiryOpinion", opinion));
  }
}
