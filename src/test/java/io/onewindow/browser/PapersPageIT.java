package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.print.PrintedPaper;
import io.onewindow.story.Hall;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The tab 文书 in Tasklist, and the page that the code on a paper leads to, on a phone. */
@FaceTest
class PapersPageIT {

  private static final String CHECK = "审查申请材料";

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private Face face;
  @TempDir private Path folder;

  private Chromium browser;
  private ProcessInstance theCase;

  @BeforeEach
  void aCompanyIsTold() {
    hall.itIs("2026-09-15T10:00");
    theCase =
        hall.starts(
            "nyClerk",
            "company-registration",
            with(
                tradingCompany(),
                Map.of("applicantName", "王𠮷㛃", "enterpriseName", "宁阳县<b>泰和</b>有限公司")));
    hall.completes(
        "nyClerk",
        theCase,
        CHECK,
        Map.of("materialsDecision", "notice", "missingItems", "住所使用证明\n股东会决议"));
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("papers-last");
    browser.close();
    hall.closes();
  }

  @Test
  void listsThePapersOfTheCaseForTheClerk() {
    String receiptNo = theCase.getBusinessKey();
    browser.signIn("nyClerk", "tasklist");
    browser.click(
        By.xpath("//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='登记补正材料']"));
    browser.click(By.xpath("//ul[contains(@class,'nav-tabs')]//a[normalize-space(.)='文书']"));
    browser.shown(By.className("onewindow-papers"));
    assertThat(browser.texts(By.className("onewindow-paper-no")))
        .containsExactly(receiptNo + "-S1", receiptNo + "-G1");
    assertThat(browser.texts(By.cssSelector(".onewindow-papers td:first-child")))
        .containsExactly("收件回执", "一次性告知书");
    browser.picture("papers-tab");
  }

  @Test
  void verifiesAPaperOnAPhoneAndRefusesAForgedOne() throws Exception {
    String paperNo = theCase.getBusinessKey() + "-G1";
    byte[] pdf = pdf(paperNo);
    URI code = URI.create(new PrintedPaper(pdf).code());
    browser.asPhone();
    browser.open(code.getPath() + "?" + code.getQuery());
    browser.waitFor("核验通过");
    assertThat(browser.texts(By.tagName("dd")))
        .containsExactly(
            "一次性告知书", paperNo, "宁阳县行政审批服务局", "2026年9月15日", "企业开办", "王**", "已一次性告知，待补正（截至此刻）");
    browser.picture("verify-phone");

    browser.choose(By.id("file"), Files.write(folder.resolve("same.pdf"), pdf));
    browser.waitFor("文件与签发时完全相同");
    pdf[100] ^= 1;
    browser.choose(By.id("file"), Files.write(folder.resolve("changed.pdf"), pdf));
    browser.waitFor("文件与签发时不同");
    browser.picture("verify-phone-changed");

    browser.open(code.getPath() + "?s=" + "A".repeat(22));
    browser.waitFor("核验未通过");
    assertThat(browser.shows("一次性告知书")).isFalse();
    assertThat(browser.shows("王*")).isFalse();
    browser.picture("verify-phone-forged");
  }

  private byte[] pdf(String paperNo) throws Exception {
    String path = "/api/v1/cases/" + theCase.getBusinessKey() + "/papers/" + paperNo;
    return HttpClient.newHttpClient()
        .send(face.request("nyClerk", path).GET().build(), BodyHandlers.ofByteArray())
        .body();
  }
}
