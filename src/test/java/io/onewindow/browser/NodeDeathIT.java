package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.database.OnPostgres;
import io.onewindow.faults.CutProxy;
import io.onewindow.faults.Site;
import io.onewindow.production.Node;
import io.onewindow.story.Applications;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * Two processes of the jar behind one address. One is killed under an open form; the clerk goes on
 * at the other one, without signing in and without typing anything again.
 */
@OnPostgres
class NodeDeathIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "Tr8-window-pass";
  private static final String WINDOW = "window1";
  private static final String TAX = "tax1";
  private static final By DONE = By.xpath("//button[normalize-space(.)='办结']");
  private static final String UKEY = "税务Ukey编号";
  private static final long SEED = 20261122;

  private Site site;
  private Node dies;
  private Node lives;
  private CutProxy address;
  private Chromium browser;

  @BeforeEach
  void twoNodesAnswerAtOneAddress() {
    site = new Site("death").prepared(Node.JAR);
    dies = site.node("dies", Map.of());
    lives = site.node("lives", Map.of());
    site.opens();
    address = new CutProxy(dies.uri().getPort(), SEED);
    browser = new Chromium(address.port());
    browser.asBehindTls();
  }

  @AfterEach
  void endWhatStillRuns() {
    browser.picture("node-death-last");
    browser.close();
    address.close();
    site.close();
  }

  @Test
  void aFormIsHandedInAtTheOtherNode() {
    String receiptNo = aCompanyIsAtTheTaxOffice();
    // the whole path: being sent on to it would lead to a TLS that nobody ends here
    browser.signIn(TAX, PASSWORD, "tasklist/default");
    browser.click(
        By.xpath("//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='办理涉税事项']"));
    browser.shown(DONE);
    browser.waitFor(UKEY);
    browser.click(By.xpath("//*[self::button or self::a][normalize-space(.)='签收']"));
    browser.waitFor("退签");
    browser.fill(UKEY, "UK-DEATH-1");
    browser.choose("纳税人类型", "小规模纳税人");
    browser.choose("发票种类", "电子发票");
    browser.until(page -> browser.kept().toString().contains("onewindow.draft:" + TAX));

    dies.kill();
    dies.awaitEnd();
    browser.click(DONE);
    browser.waitFor("没有收到系统的答复");
    browser.picture("node-death-told");
    assertThat(browser.valueOf(UKEY)).isEqualTo("UK-DEATH-1");

    address.leadTo(lives.uri().getPort());
    browser.reload();
    browser.waitFor("已恢复您上次填写、尚未提交的内容");
    browser.picture("node-death-restored");
    assertThat(browser.valueOf(UKEY)).isEqualTo("UK-DEATH-1");
    browser.click(DONE);
    browser.waitUntilGone(DONE);
    assertThat(tasks(TAX, receiptNo)).isEmpty();
    String kept = "/engine-rest/history/variable-instance?variableName=ukeyNo";
    assertThat(json(lives.send(lives.request("chief", kept).GET())).findValuesAsText("value"))
        .containsExactly("UK-DEATH-1");
  }

  private String aCompanyIsAtTheTaxOffice() {
    Map<String, Object> form =
        Applications.with(Applications.tradingCompany(), Map.of("taxChoice", "now"));
    Map<String, Object> wanted =
        Map.of("service", "company-registration", "jurisdiction", "ningyang", "form", form);
    String receiptNo =
        json(lives.send(
                post(WINDOW, "/api/v1/cases", wanted).header("Idempotency-Key", "node-death")))
            .path("receiptNo")
            .asText();
    String task = tasks(WINDOW, receiptNo).at("/0/id").asText();
    Map<String, Object> complete = Map.of("materialsDecision", Map.of("value", "complete"));
    HttpResponse<String> done =
        lives.send(
            post(WINDOW, "/engine-rest/task/" + task + "/complete", Map.of("variables", complete)));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    return receiptNo;
  }

  private JsonNode tasks(String person, String receiptNo) {
    String query = "/engine-rest/task?processInstanceBusinessKey=" + receiptNo;
    return json(lives.send(lives.request(person, query).GET()));
  }

  private HttpRequest.Builder post(String person, String path, Object body) {
    try {
      return lives
          .request(person, path)
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isLessThan(300);
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(answer.body(), notJson);
    }
  }
}
