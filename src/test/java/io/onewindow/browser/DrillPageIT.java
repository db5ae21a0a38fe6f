package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Endpoint;
import io.onewindow.face.Endpoints;
import io.onewindow.face.Face;
import io.onewindow.face.OpenEndpoints;
import io.onewindow.face.Stranger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/**
 * A drill in a real browser: a trainer leads it, a clerk practises in Tasklist, a score is told.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrillPageIT {

  private static final String MAPPINGS = "/actuator/mappings";
  private static final String MARK = "本系统为演练环境";

  private DrillJar drill;
  private Chromium browser;

  @BeforeAll
  void aTrainerStartsTheJar(@TempDir Path folder) throws IOException {
    drill = new DrillJar(folder);
    browser = new Chromium(drill.port());
  }

  @AfterAll
  void theTrainerGoesHome() throws InterruptedException {
    browser.close();
    drill.close();
  }

  @Test
  void aTrainerLeadsAClerkPractisesAndTheScoreTellsWhy() {
    everyPageSaysItIsADrill();
    browser.open("/drill/");
    signIn("lcTrainer");
    browser.waitFor("企业开办：窗口第一天");
    browser.picture("drill-choices");
    browser.click(By.id("pause"));
    browser.waitFor("已暂停");
    begin("nyClerk");
    browser.waitFor("已来 1 / 4 件");
    begin("nyClerk");
    browser.waitFor("nyClerk 正在做另一个练习");
    browser.picture("drill-running");

    browser.signIn("nyClerk", "tasklist");
    openTask("审查申请材料");
    browser.choose("材料审查结论", "需补正，一次性告知");
    browser.fill("需补正的全部内容", "请提交身份证复印件");
    browser.picture("drill-notice");
    browser.click(By.xpath("//button[normalize-space(.)='办结']"));
    browser.waitUntilGone(By.cssSelector(".fjs-container"));
    browser.waitFor("登记补正材料");

    browser.open("/drill/");
    signIn("lcTrainer");
    browser.press(By.xpath("//div[@id='running']//button[.='结束并计分']"));
    browser.waitFor("现在没有正在进行的练习");
    browser.shown(By.cssSelector("#results [data-drill]"));
    assertThat(browser.whole())
        .contains("要求提交政府部门共享的", "宁政发〔2021〕8号", "第三十一条")
        .contains("依法办理：20 / 30 分");
    browser.longPicture("drill-result");

    browser.click(By.id("reset"));
    browser.picture("drill-reset");
    browser.click(By.cssSelector("button[value=reset]"));
    browser.waitFor("09:00");
    assertThat(drill.send("nyClerk", "GET", "/engine-rest/task/count", null).body())
        .contains("\"count\":0");
    assertThat(drill.send("nyClerk", "GET", "/api/v1/drill/results", null).body()).contains("依法办理");
    assertThat(drill.send("lcClerk", "GET", "/api/v1/drill/results", null).body()).isEqualTo("[]");
  }

  @Test
  void onlyTrainersLead() {
    assertThat(drill.send("nobody", "GET", "/api/v1/drill", null).statusCode()).isEqualTo(401);
    assertThat(drill.send("nyClerk", "GET", "/api/v1/drill", null).body())
        .contains("\"trainer\":false");
    var refused = drill.send("nyClerk", "POST", "/api/v1/drill/reset", null);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("trainers-only");
    var pace = drill.send("lcTrainer", "PUT", "/api/v1/drill/pace", "{\"workingDayMinutes\":0}");
    assertThat(pace.statusCode()).isEqualTo(400);
    assertThat(pace.body()).contains("1 至 720 分钟");
    var unfit =
        drill.send(
            "lcTrainer",
            "POST",
            "/api/v1/drill/runs",
            "{\"exercise\":\"company-review\",\"trainee\":\"lcClerk\"}");
    assertThat(unfit.statusCode()).isEqualTo(400);
    assertThat(unfit.body()).contains("受训人员", "lcApproval");
  }

  @Test
  void onlyTheListedAnswerToNobody() throws IOException {
    Face face = Face.at(drill.port());
    List<Endpoint> all = new ArrayList<>(Endpoints.ours(face.get(null, MAPPINGS).body()));
    all.addAll(Endpoints.engines());
    all.addAll(Endpoints.screens());
    assertThat(all).anyMatch(one -> one.path().startsWith("/api/v1/drill/"));
    OpenEndpoints.assertAsListed(
        all, new Stranger(face)::isAnswered, "everywhere", "accounts", "sandbox");
  }

  private void everyPageSaysItIsADrill() {
    for (String page :
        new String[] {
          "/",
          "/limits.html",
          "/calendar.html",
          "/progress",
          "/verify/1",
          "/search.html",
          "/reports.html",
          "/laboratory/",
          "/drill/",
          "/camunda/app/tasklist/",
          "/camunda/app/cockpit/",
          "/camunda/app/admin/"
        }) {
      browser.open(page);
      assertThat(browser.shown(By.className("ow-drill")).getText()).as(page).contains(MARK);
    }
    browser.open("/");
    browser.picture("drill-landing");
    browser.open("/progress");
    browser.picture("drill-progress");
    browser.signIn("lcSupervisor", "cockpit");
    browser.shown(By.className("ow-drill"));
    browser.picture("drill-cockpit");
  }

  private void openTask(String name) {
    browser.click(
        By.xpath("//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='" + name + "']"));
    browser.shown(By.cssSelector(".fjs-container"));
    browser.picture("drill-tasklist");
    browser.click(
        By.xpath(
            "//*[contains(@class,'claim') or self::button or self::a][normalize-space(.)='签收']"));
    browser.waitFor("退签");
  }

  private void begin(String trainee) {
    By exercise = By.cssSelector("[data-exercise=company-first-day]");
    browser.click(
        By.cssSelector("[data-exercise=company-first-day] option[value=" + trainee + "]"));
    browser.shown(exercise).findElement(By.tagName("button")).click();
  }

  private void signIn(String person) {
    browser.fillNamed("user", person);
    browser.fillNamed("password", "onewindow");
    browser.click(By.cssSelector("#sign-in button"));
  }
}
