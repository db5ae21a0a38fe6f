package io.onewindow.casefile.search;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import io.onewindow.story.Hall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One search for everybody who works in a hall, within what they may see. */
@FaceTest
class CaseSearchIT {

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private JdbcClient jdbc;

  private ProcessInstance theCase;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
    theCase = start(Map.of());
    start(
        Map.of(
            "enterpriseName", "宁阳县瑞丰农业有限公司",
            "applicantName", "赵玉兰",
            "applicantPhone", "13905380002"));
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "泰和商贸",
        "宁阳县泰和",
        "泰和",
        "王晓明",
        "李静",
        "13805480001",
        "138 0548 0001",
        "370921198811204623",
        "３７０９２１１９８８１１２０４６２３"
      })
  void findsByAnyPartOfANameByNumberAndByTelephone(String words) {
    assertThat(numbers("nyClerk", words)).containsExactly(theCase.getBusinessKey());
  }

  @Test
  void findsByReceiptNumberAndItsEnd() {
    String receiptNo = theCase.getBusinessKey();
    assertThat(numbers("nyClerk", receiptNo)).containsExactly(receiptNo);
    for (int digits : new int[] {4, 6, 10}) {
      assertThat(numbers("nyClerk", receiptNo.substring(21 - digits))).contains(receiptNo);
    }
    assertThat(numbers("nyClerk", "0" + receiptNo.substring(14))).isEmpty();
  }

  @Test
  void findsByTheNumberOfTheResult() {
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    String licence = (String) hall.variable(theCase, "licenceNo");
    assertThat(numbers("nyClerk", licence.toLowerCase())).containsExactly(theCase.getBusinessKey());
  }

  @Test
  void showsWhatIsOpenAndMasksNames() {
    Answer answer = search("nyClerk", "泰和商贸");
    assertThat(answer.text("/cases/0/applicant")).isEqualTo("王**");
    assertThat(answer.text("/cases/0/serviceName")).isEqualTo("企业开办");
    assertThat(answer.text("/cases/0/tasks/0/name")).isEqualTo("审查申请材料");
    assertThat(answer.body()).doesNotContain("王晓明", "13805480001", "370921199003078512");
  }

  @Test
  void keepsToTheJurisdictionsOfWhoAsks() {
    assertThat(numbers("sxClerk", "泰和商贸")).isEmpty();
    assertThat(numbers("sxClerk", theCase.getBusinessKey())).isEmpty();
    assertThat(numbers("nyTax", "泰和商贸")).hasSize(1);
    assertThat(numbers("admin", "泰和商贸")).hasSize(1);
    assertThat(search(null, "泰和商贸").status()).isEqualTo(401);
  }

  @Test
  void answersThoseSignedInToTasklist() {
    String path = "/camunda/api/tasklist/plugin/onewindow/default/cases?q=" + encoded("泰和商贸");
    Answer answer = WebSession.of(face, "nyClerk").get(path);
    assertThat(answer.text("/cases/0/receiptNo")).isEqualTo(theCase.getBusinessKey());
    assertThat(WebSession.of(face, "sxClerk").get(path).json().at("/cases")).isEmpty();
    assertThat(face.get(null, path).status()).isEqualTo(401);
    assertThat(WebSession.of(face, "nyClerk").get(path + "&page=x").status()).isEqualTo(400);
  }

  @Test
  void turnsPagesTheNewestFirst() {
    for (int i = 10; i < 33; i++) {
      hall.itIs("2026-09-15T11:" + i);
      start(Map.of("enterpriseName", "宁阳县连锁第" + i + "店"));
    }
    Answer first = face.get("nyClerk", "/api/v1/cases?q=" + encoded("连锁第"));
    assertThat(first.json().at("/cases")).hasSize(20);
    assertThat(first.text("/cases/0/subject")).isEqualTo("宁阳县连锁第32店");
    assertThat(first.json().at("/more").asBoolean()).isTrue();
    Answer second = face.get("nyClerk", "/api/v1/cases?page=1&q=" + encoded("连锁第"));
    assertThat(second.json().at("/cases")).hasSize(3);
    assertThat(second.json().at("/more").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        " ",
        "中",
        "%",
        "_",
        "'; drop table ow_case; --",
        "${1+1}",
        "<b>",
        "\0\0",
        "%%%%",
        "\uD800\uD800"
      })
  void refusesOrFindsNothingForWhateverElseIsTyped(String words) {
    Answer answer = search("nyClerk", words);
    assertThat(answer.status()).as(answer.toString()).isIn(200, 400);
    if (answer.status() == 200) {
      assertThat(answer.json().at("/cases")).isEmpty();
    } else {
      assertThat(answer.code()).isEqualTo("query-malformed");
    }
  }

  @Test
  void refusesPagesThatAreNone() {
    for (String page : List.of("-1", "99999", "x", "")) {
      assertThat(face.get("nyClerk", "/api/v1/cases?q=ab&page=" + page).status())
          .as(page)
          .isIn(200, 400);
    }
    assertThat(face.get("nyClerk", "/api/v1/cases").code()).isEqualTo("parameter-missing");
    assertThat(search("nyClerk", "长".repeat(65)).status()).isEqualTo(400);
    assertThat(search("nyClerk", "王\0明").code()).isEqualTo("query-malformed");
  }

  @Test
  void keepsNumbersAndTelephonesUnreadableInTheIndex() {
    List<Map<String, Object>> rows =
        jdbc.sql("select id_hash, phone_hash, role, phone from ow_case_party").query().listOfRows();
    assertThat(rows.toString()).doesNotContain("370921199003078512", "370921198811204623");
    assertThat(rows)
        .filteredOn(row -> !"APPLICANT".equals(row.get("ROLE")))
        .allSatisfy(row -> assertThat(row.get("PHONE")).isNull());
  }

  private ProcessInstance start(Map<String, Object> changes) {
    return hall.starts("nyClerk", "company-registration", with(tradingCompany(), changes(changes)));
  }

  /** Only the first case has the first case's people. */
  private static Map<String, Object> changes(Map<String, Object> changes) {
    return changes.isEmpty()
        ? changes
        : with(
            Map.of(
                "applicantName", "周正",
                "applicantPhone", "13905380003",
                "applicantIdNo", "370921197501015531",
                "legalRepName", "周正",
                "legalRepIdNo", "370921197501015531",
                "shareholder1Name", "周正",
                "shareholder1Code", "370921197501015531",
                "shareholder2Name", "孙丽",
                "shareholder2Code", "370921198001016620"),
            changes);
  }

  private Answer search(String person, String words) {
    return face.get(person, "/api/v1/cases?q=" + encoded(words));
  }

  private List<String> numbers(String person, String words) {
    Answer answer = search(person, words);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().at("/cases").findValuesAsText("receiptNo");
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
