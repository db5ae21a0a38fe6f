package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What a clerk has typed outlives a lost connection, a proxy without a node, an answer that comes
 * too late, a session that is gone and a conflict; and nobody else can read it.
 */
@FaceTest
class FormDraftsIT {

  private static final By DONE = By.xpath("//button[normalize-space(.)='办结']");
  private static final String UKEY = "税务Ukey编号";
  private static final String DRAFT = "onewindow.draft:";
  private static final String RESTORED = "已恢复您上次填写、尚未提交的内容";
  private static final String UNANSWERED = "没有收到系统的答复";
  private static final String ID_NUMBER = "370921199003078512";
  private static final String PHONE = "13805480001";

  /** What whoever is signed in can make of the first draft in this browser. */
  private static final String OPENED =
      """
      const {keys: [own]} =
        await (await fetch('/camunda/api/tasklist/plugin/onewindow/default/drafts')).json();
      const bytes = text => Uint8Array.from(atob(text), one => one.charCodeAt(0));
      const key = await crypto.subtle.importKey('raw', bytes(own), 'AES-GCM', false, ['decrypt']);
      const place = Object.keys(localStorage).find(one => one.startsWith('onewindow.draft:'));
      if (!place) return '';
      const {nonce, sealed} = JSON.parse(localStorage.getItem(place));
      const additionalData = new TextEncoder().encode(place);
      return crypto.subtle
        .decrypt({name: 'AES-GCM', iv: bytes(nonce), additionalData}, key, bytes(sealed))
        .then(plain => new TextDecoder().decode(plain), refused => refused.name);
      """;

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private RuntimeService runtime;
  @Autowired private LossyProxy proxy;

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
    proxy.letsGo();
    browser.picture("drafts-last");
    browser.close();
    hall.closes();
  }

  @Test
  void survivesALostConnectionAndASessionThatIsGone() {
    fillIn("UK-DRAFT-1");
    browser.goesOffline();
    browser.click(DONE);
    browser.waitFor(UNANSWERED);
    browser.goesOnline();
    assertThat(browser.valueOf(UKEY)).isEqualTo("UK-DRAFT-1");

    // the node and everything it knew is gone: a new page, a new session
    browser.signIn("nyTax", "tasklist");
    openForm();
    browser.waitFor(RESTORED);
    browser.picture("drafts-restored");

    // whose it is says its name, so that nobody else who uses this browser is shown it
    assertThat(drafts()).singleElement().asString().startsWith(DRAFT + "nyTax:");
    submitsWhatWasRestored("UK-DRAFT-1");
  }

  @Test
  void survivesAProxyThatFindsNoNode() {
    fillIn("UK-DRAFT-3");
    proxy.refusesTheNextForm();
    browser.click(DONE);
    browser.waitFor(UNANSWERED);
    browser.picture("drafts-503");
    assertThat(browser.valueOf(UKEY)).isEqualTo("UK-DRAFT-3");
    browser.reload();
    browser.waitFor(RESTORED);
    submitsWhatWasRestored("UK-DRAFT-3");
  }

  @Test
  void survivesAnAnswerThatComesTooLate() {
    fillIn("UK-DRAFT-4");
    proxy.holdsTheNextForm();
    browser.click(DONE);
    browser.waitFor(UNANSWERED);
    browser.picture("drafts-too-late");
    assertThat(browser.whole()).contains("可能已经办成，请稍候刷新页面看看");
    assertThat(browser.valueOf(UKEY)).isEqualTo("UK-DRAFT-4");
    proxy.letsGo();
    browser.reload();
    browser.waitFor(RESTORED);
    submitsWhatWasRestored("UK-DRAFT-4");
  }

  /** The case is on file, but nobody at the screen knows. */
  @Test
  void makesOneCaseOfAnApplicationThatIsHandedInAgain() {
    String company = "宁阳县再交商贸有限公司";
    StartForm application = new StartForm(browser);
    browser.signIn("nyClerk", "tasklist");
    application.opens();
    application.isFilledIn(company, ID_NUMBER);
    browser.until(page -> String.valueOf(browser.answer(OPENED)).contains(company));
    proxy.losesTheAnswerToTheNextForm();
    application.isHandedIn();
    browser.waitFor(UNANSWERED);
    browser.picture("drafts-start-unanswered");
    assertThat(casesOf(company)).isEqualTo(1);

    // the address says which form is open
    browser.reload();
    browser.waitFor(RESTORED);
    assertThat(browser.valueOf("企业名称")).isEqualTo(company);
    application.isHandedIn();
    application.isClosed();
    assertThat(casesOf(company)).isEqualTo(1);
    browser.until(page -> drafts().isEmpty());

    // the next application of the same person is another one
    application.opens();
    application.isFilledIn(company, ID_NUMBER);
    application.isHandedIn();
    application.isClosed();
    assertThat(casesOf(company)).isEqualTo(2);
  }

  /** Of what was changed after it came in nothing is lost or done unasked. */
  @Test
  void warnsBeforeAnApplicationThatWasChangedIsHandedInAgain() {
    StartForm application = new StartForm(browser);
    browser.signIn("nyClerk", "tasklist");
    application.opens();
    application.isFilledIn("宁阳县先交商贸有限公司", ID_NUMBER);
    proxy.losesTheAnswerToTheNextForm();
    application.isHandedIn();
    browser.waitFor(UNANSWERED);
    browser.fill("企业名称", "宁阳县后改商贸有限公司");
    application.isHandedIn();
    browser.waitFor("这份申请刚才已经收件（受理编号");
    browser.picture("drafts-start-changed");
    assertThat(casesOf("宁阳县后改商贸有限公司")).isZero();
    application.isHandedIn();
    application.isClosed();
    assertThat(casesOf("宁阳县先交商贸有限公司")).isEqualTo(1);
    assertThat(casesOf("宁阳县后改商贸有限公司")).isEqualTo(1);
  }

  @Test
  void staysInSightAfterAConflict() {
    fillIn("UK-DRAFT-2");
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
    new StartForm(browser).opens();
    browser.fill("企业名称", "宁阳县半途商贸有限公司");
    browser.until(page -> browser.answer(OPENED).toString().contains("宁阳县半途商贸有限公司"));
    browser.signIn("nyTax", "tasklist");
    browser.signIn("nyClerk", "tasklist");
    new StartForm(browser).opens();
    browser.waitFor(RESTORED);
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

  @Test
  void nobodyElseReadsWhatIsKept() {
    browser.signIn("nyClerk", "tasklist");
    new StartForm(browser).opens();
    typeNumbers();
    browser.until(page -> String.valueOf(browser.answer(OPENED)).contains(PHONE));
    assertNoNumberIsKept();
    browser.losesItsSession();
    browser.run("location.hash = '#/?searchQuery=%5B%5D'");
    browser.shown(By.cssSelector("input[type=password]"));
    assertThat(drafts()).as("outlives the session").hasSize(1);
    assertNoNumberIsKept();

    browser.signIn("nyTax", "tasklist");
    browser.waitFor("办理涉税事项");
    assertThat(browser.answer(OPENED)).isEqualTo("OperationError");

    browser.signIn("nyClerk", "tasklist");
    new StartForm(browser).opens();
    browser.waitFor(RESTORED);
    assertThat(browser.valueOf("居民身份证号码")).isEqualTo(ID_NUMBER);
    assertThat(browser.valueOf("手机号码")).isEqualTo(PHONE);
  }

  @Test
  void keepsNoNumberWhereNothingCanBeSealed() {
    browser.close();
    browser = new Chromium("hall.example", port);
    browser.signIn("nyClerk", "tasklist");
    new StartForm(browser).opens();
    typeNumbers();
    browser.fill("企业名称", "宁阳县明文商贸有限公司");
    browser.until(page -> browser.kept().toString().contains("宁阳县明文商贸有限公司"));
    assertNoNumberIsKept();
    browser.reload();
    browser.waitFor(RESTORED);
    assertThat(browser.valueOf("企业名称")).isEqualTo("宁阳县明文商贸有限公司");
    assertThat(browser.valueOf("居民身份证号码")).isEmpty();
  }

  @Test
  void removesWhatWasKeptInPlainTextBefore() {
    browser.open("/limits.html");
    browser.run(
        "const values = {applicantIdNo: '%s', applicantPhone: '%s'};".formatted(ID_NUMBER, PHONE)
            + "localStorage.setItem('onewindow.draft:nyClerk:company-registration-start',"
            + " JSON.stringify({at: Date.now(), values}));"
            + "localStorage.setItem('camunda-form:undefined', JSON.stringify(values))");
    assertThat(browser.kept().toString()).contains(ID_NUMBER, PHONE);
    browser.signIn("nyClerk", "tasklist");
    new StartForm(browser).opens();
    assertNoNumberIsKept();
    assertThat(drafts()).isEmpty();
    assertThat(browser.valueOf("手机号码")).isEmpty();
  }

  private void fillIn(String ukey) {
    browser.signIn("nyTax", "tasklist");
    openForm();
    browser.click(By.xpath("//*[self::button or self::a][normalize-space(.)='签收']"));
    // else the list takes the keys for itself when it has been claimed
    browser.waitFor("退签");
    browser.fill(UKEY, ukey);
    browser.choose("纳税人类型", "小规模纳税人");
    browser.choose("发票种类", "电子发票");
    browser.until(page -> !drafts().isEmpty());
  }

  private void submitsWhatWasRestored(String ukey) {
    assertThat(browser.valueOf(UKEY)).isEqualTo(ukey);
    browser.click(DONE);
    browser.waitUntilGone(DONE);
    assertThat(hall.variable(theCase, "ukeyNo")).isEqualTo(ukey);
    assertThat(hall.variable(theCase, "taxpayerType")).isEqualTo("small-scale");
    browser.until(page -> drafts().isEmpty());
  }

  private void typeNumbers() {
    browser.fill("居民身份证号码", ID_NUMBER);
    browser.fill("手机号码", PHONE);
  }

  private void assertNoNumberIsKept() {
    assertThat(browser.kept().toString()).doesNotContain(ID_NUMBER, PHONE);
  }

  private long casesOf(String company) {
    return runtime
        .createProcessInstanceQuery()
        .variableValueEquals("enterpriseName", company)
        .rootProcessInstances()
        .count();
  }

  private List<String> drafts() {
    return browser.kept().keySet().stream().filter(key -> key.startsWith(DRAFT)).toList();
  }

  private void openForm() {
    browser.click(
        By.xpath("//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='办理涉税事项']"));
    browser.shown(DONE);
    browser.waitFor(UKEY);
  }
}
