package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.demo.PlayedCases;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import io.onewindow.supervision.fact.Projection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A trainer takes the present state from what the hall has really done, and is told how good it is.
 */
@FaceTest
class HistoryBaselineIT {

  private static final String BENCH =
      "/api/v1/experiments/services/company-registration?jurisdiction=ningyang&baseline=history";
  private static final int CASES = 60;

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private Face face;
  @Autowired private Projection projection;
  @Autowired private ApplicationContext beans;

  private Chromium browser;

  @BeforeEach
  void aMonthHasPassed() {
    hall.closes();
    PlayedCases.play(
        beans,
        "company-registration",
        "ningyang",
        CASES,
        Instant.parse("2026-08-23T16:00:00Z"),
        Instant.parse("2026-09-21T08:00:00Z"));
    projection.catchUp();
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    for (JsonNode one : face.get("nyTrainer", "/api/v1/experiments").json()) {
      face.send(
          face.request("nyTrainer", "/api/v1/experiments/" + one.get("id").asText()).DELETE());
    }
    browser.picture("history-last");
    browser.close();
    hall.closes();
    projection.catchUp();
  }

  @Test
  void whatTheHallHasDoneIsTheBaseline() {
    offersItOnlyWhereTheTrainerWorks();
    JsonNode given = face.get("nyTrainer", BENCH).json().get("given");
    saysWhereEachFigureComesFrom(given);
    refusesToCompareOnARedLight(given);
    forecastsFromWhatIsOpen();
    showsItOnThePage(given.at("/approval/history/backTest/light").asText());
  }

  private void offersItOnlyWhereTheTrainerWorks() {
    JsonNode services = face.get("nyTrainer", "/api/v1/experiments/services").json();
    for (JsonNode one : services) {
      boolean known = one.get("id").asText().equals("company-registration");
      assertThat(ids(one.at("/baselines/ningyang")).contains("history")).isEqualTo(known);
      assertThat(ids(one.at("/baselines/shenxian"))).doesNotContain("history");
    }
    Answer foreign = face.get("sxTrainer", BENCH);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.code()).isEqualTo("no-baseline");
    Answer whole = face.get("admin", BENCH);
    assertThat(whole.status()).as(whole.toString()).isEqualTo(200);
  }

  private static List<String> ids(JsonNode sources) {
    return sources.findValuesAsText("id");
  }

  private static void saysWhereEachFigureComesFrom(JsonNode given) {
    JsonNode history = given.at("/approval/history");
    assertThat(history.get("cases").asInt()).isEqualTo(CASES);
    assertThat(history.get("from").asText()).startsWith("2026-08-2");
    assertThat(history.get("to").asText()).startsWith("2026-09-");
    assertThat(history.at("/backTest/light").asText()).isIn("GREEN", "AMBER", "RED");
    assertThat(history.at("/backTest/text").asText()).contains("用前 48 件估计", "其后的 12 件");
    Map<Boolean, Set<String>> places =
        StreamSupport.stream(history.get("figures").spliterator(), false)
            .collect(
                Collectors.partitioningBy(
                    one -> one.get("origin").asText().equals("history"),
                    Collectors.mapping(one -> one.get("place").asText(), Collectors.toSet())));
    assertThat(places.get(true))
        .contains(
            "arrival_time_distribution",
            "approval.staff",
            "approval.durations.userTask_checkMaterials",
            "approval.outcomes.userTask_checkMaterials.materialsDecision",
            "approval.outcomes.startEvent_applicationReceived.sealChoice",
            "approval.returns.rate");
    // nobody appears by name
    assertThat(given.toString()).doesNotContain("nyClerk", "nyTax", "nyApproval");
    JsonNode seal = given.at("/approval/outcomes/startEvent_applicationReceived/sealChoice");
    double sum = 0;
    for (JsonNode share : seal) {
      sum += share.asDouble();
    }
    assertThat(sum).isBetween(0.999999, 1.000001);
  }

  private void refusesToCompareOnARedLight(JsonNode given) {
    ObjectNode scenario = given.deepCopy();
    ObjectNode approval = (ObjectNode) scenario.get("approval");
    approval.put("cases", 20).put("warmUpCases", 0).put("replications", 2);
    ObjectNode test = (ObjectNode) approval.at("/history/backTest");
    test.put("light", "RED");
    assertThat(post(scenario).status()).isEqualTo(202);
    approval.withArray("/edits").addObject().put("edit", "addStaff").put("group", "tax");
    Answer refused = post(scenario);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("back-test-red");
    assertThat(refused.text("/detail")).isEqualTo(test.get("text").asText());
    test.put("light", "AMBER");
    assertThat(post(scenario).status()).isEqualTo(202);
    test.remove("light");
    assertThat(post(scenario).status()).isEqualTo(409);
  }

  private void forecastsFromWhatIsOpen() {
    JsonNode given =
        face.get("nyTrainer", BENCH.replace("=history", "=forecast")).json().get("given");
    int open = given.at("/approval/history/open").asInt();
    assertThat(open).isPositive();
    assertThat(given.at("/approval/openCases/cases")).hasSize(open);
    assertThat(given.at("/approval/history/forecast/open").asInt()).isEqualTo(open);
    // what people wrote and who they are stays where it is
    assertThat(given.at("/approval/openCases").toString())
        .doesNotContain("applicantName", "Phone", "receiptNo", "nyClerk");
    ObjectNode scenario = given.deepCopy();
    ((ObjectNode) scenario.get("approval")).put("replications", 2);
    Answer started = post(scenario);
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    String path = "/api/v1/experiments/" + started.text("/id");
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (List.of("WAITING", "RUNNING").contains(face.get("nyTrainer", path).text("/state"))) {
      assertThat(System.nanoTime()).as("patience").isLessThan(until);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    JsonNode result = face.get("nyTrainer", path + "/file").json().get("result");
    assertThat(result.at("/scenarios/baseline/brokenInvariants")).isEmpty();
    assertThat(result.at("/scenarios/baseline/figures/case.arrived/mean").asDouble())
        .isGreaterThan(open);
  }

  private Answer post(ObjectNode scenario) {
    return face.post(
        "nyTrainer",
        "/api/v1/experiments",
        Map.of("service", "company-registration", "scenario", scenario));
  }

  private void showsItOnThePage(String light) {
    browser.open("/laboratory/");
    browser.fillNamed("user", "nyTrainer");
    browser.fillNamed("password", "onewindow");
    browser.clickText("登录");
    browser.shown(By.id("service"));
    browser.pick("事项", "企业开办");
    browser.pick("辖区", "宁阳县");
    browser.pick("现状取自", "由历史估计");
    browser.clickText("取现状");
    browser.waitFor("现状由历史估计：2026-08-2");
    String word = Map.of("GREEN", "绿灯", "AMBER", "黄灯", "RED", "红灯").get(light);
    assertThat(browser.shown(By.cssSelector("#history .light")).getText()).isEqualTo(word);
    browser.click(By.cssSelector("#history details:nth-of-type(1) summary"));
    browser.click(By.cssSelector("#history details:nth-of-type(2) summary"));
    assertThat(browser.shown(By.cssSelector("#history table")).getText())
        .contains("来件间隔", "历史", "假设", "95% 区间");
    browser.pictureOf("laboratory-history", By.id("history"));
    browser.clickText("开始试算");
    browser.shown(By.id("verdict"));
    assertThat(browser.shown(By.id("result")).getText()).contains("现状由历史估计：", word);
  }
}
