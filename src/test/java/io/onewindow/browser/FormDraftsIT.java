package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a clerk has typed outlives a lost connection, a session that is gone and a conflict. */
@FaceTest
class FormDraftsIT {

  private static final By DONE = By.xpath("//button[normalize-space(.)='办结']");
  private static final String UKEY = "税务Ukey编号";

  @LocalServerPort private int port;
  @Autowired private Hall hall;

  private Chromium browser;
  private ProcessInstance theCase;

  @BeforeEach
  void aCompanyIsAtTheTaxOffice() {
    hall.itIs("2026-09-15T10:00");
    theCase =
        hall.starts(
            "nyClerk", "company-registration", with(tradingCompany(), Map.of("taxChoice", "now")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("drafts-last");
    browser.close();
    hall.closes();
  }

  @Test
  void survivesALostConnectionAndASessionThatIsGone() {
    browser.signIn("nyTax", "tasklist");
    openForm();
    browser.click(By.xpath("//*[self::button or self::a][normalize-space(.)='签收']"));
    browser.fill(UKEY, "UK-DRAFT-1");
    browser.choose("纳税人类型", "小规模纳税人");
    browser.goesOffline();
    browser.click(DONE);
    browser.goesOnline();
    assertThat(browser.valueOf(UKEY)).isEqualTo("UK-DRAFT-1");

    // the node and everything it knew is gone: a new page, a new session
    browser.signIn("nyTax", "tasklist");
    openForm();
    browser.waitFor("已恢复您上次填写、尚未提交的内容");
    browser.picture("drafts-restored");
    assertThat(browser.valueOf(UKEY)).isEqualTo("UK-DRAFT-1");

    // whose it is says its name, so that nobody else who uses this browser is shown it
    assertThat(drafts()).singleElement().asString().startsWith("onewindow.draft:nyTax:");
    browser.choose("发票种类", "电子发票");
    browser.click(DONE);
    browser.waitUntilGone(DONE);
    assertThat(hall.variable(theCase, "ukeyNo")).isEqualTo("UK-DRAFT-1");
    assertThat(hall.variable(theCase, "taxpayerType")).isEqualTo("small-scale");
    browser.until(page -> drafts().isEmpty());
  }

  @Test
  void staysInSightAfterAConflict() {
    browser.signIn("nyTax", "tasklist");
    openForm();
    browser.click(By.xpath("//*[self::button or self::a][normalize-space(.)='签收']"));
    browser.fill(UKEY, "UK-DRAFT-2");
    browser.choose("纳税人类型", "小规模纳税人");
    browser.choose("发票种类", "电子发票");
    hall.completes(
        "nyTax",
        theCase,
        "办理涉税事项",
        Map.of("taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK-OTHER"));
    browser.click(DONE);
    browser.waitFor("您填写的内容没有提交");
    browser.picture("drafts-conflict");
    assertThat(browser.valueOf(UKEY)).isEqualTo("UK-DRAFT-2");
    assertThat(hall.variable(theCase, "ukeyNo")).isEqualTo("UK-OTHER");
  }

  @Test
  void keepsAnApplicationForThePersonWhoTypedItUntilTheySignOut() {
    browser.signIn("nyClerk", "tasklist");
    openApplication();
    browser.fill("企业名称", "宁阳县半途商贸有限公司");
    browser.signIn("nyTax", "tasklist");
    browser.signIn("nyClerk", "tasklist");
    openApplication();
    browser.waitFor("已恢复您上次填写、尚未提交的内容");
    browser.picture("drafts-application");
    assertThat(browser.valueOf("企业名称")).isEqualTo("宁阳县半途商贸有限公司");
    browser.clickText("清除，重新填写");
    browser.until(page -> browser.valueOf("企业名称").isEmpty());
    assertThat(drafts()).isEmpty();
    browser.fill("企业名称", "宁阳县再来商贸有限公司");
    browser.until(page -> !drafts().isEmpty());
    browser.run("dispatchEvent(new Event('onewindow.sign-out'))");
    assertThat(drafts()).isEmpty();
  }

  private void openApplication() {
    browser.waitFor("发起办件");
    browser.click(By.xpath("//a[contains(normalize-space(.),'发起办件')]"));
    browser.click(
        By.xpath("//div[contains(@class,'modal-body')]//*[normalize-space(text())='企业开办']"));
    browser.waitFor("企业名称");
  }

  private List<String> drafts() {
    return browser.keptKeys().stream().filter(key -> key.startsWith("onewindow.draft:")).toList();
  }

  private void openForm() {
    browser.click(
        By.xpath("//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='办理涉税事项']"));
    browser.shown(DONE);
    browser.waitFor(UKEY);
  }
}
