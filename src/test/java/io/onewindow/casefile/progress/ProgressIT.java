package io.onewindow.casefile.progress;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.material.TestFiles;
import io.onewindow.casefile.paper.QueryCodes;
import io.onewindow.face.Answer;
import io.onewindow.face.Crowd;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an applicant gets over HTTP with a query code, and what nobody gets without one. */
@FaceTest
@ExtendWith(OutputCaptureExtension.class)
class ProgressIT {

  private static final String WRONG = "22222222";

  /** Bytes of a file, by default. */
  private static final int LARGEST = 20 << 20;

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private QueryCodes codes;
  @Autowired private HistoryService history;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
    jdbc.sql("delete from ow_query_attempt").update();
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
    jdbc.sql("delete from ow_query_attempt").update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/progress", "/progress/", "/progress/370921202609150000018"})
  void givesEverybodyThePageAndNothingWithIt(String path) {
    Answer page = face.get(null, path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Set-Cookie")).isEmpty();
    assertThat(page.body()).doesNotContain("style=", "onclick").contains("lang=\"zh-CN\"");
  }

  @Test
  void opensForTheCodeOnTheReceiptHoweverItIsTyped() {
    String receiptNo = received();
    String code = codes.of(receiptNo);
    for (String typed :
        List.of(code, code.toLowerCase(), " " + code.substring(0, 4) + "-" + code.substring(4))) {
      Phone phone = new Phone(face, receiptNo);
      Answer opened = phone.shows(typed);
      assertThat(opened.status()).as(opened.toString()).isEqualTo(204);
      assertThat(opened.header("Set-Cookie"))
          .contains("Path=/progress/" + receiptNo, "HttpOnly", "SameSite=Strict", "Max-Age=1800")
          .doesNotContain(code);
      assertThat(phone.data().status()).isEqualTo(200);
    }
  }

  @Test
  void tellsNothingToWhoHasNoPassOrThatOfAnotherCase() {
    String mine = received();
    String other = received();
    Phone phone = new Phone(face, mine);
    phone.shows(codes.of(mine));
    String forged = phone.cookie().replaceAll(".$", phone.cookie().endsWith("0") ? "1" : "0");
    for (String cookie :
        new String[] {
          null, phone.cookie(), "onewindow-progress=x", "onewindow-progress=9999999999.00"
        }) {
      assertThat(new Phone(face, other).with(cookie).data().code())
          .isEqualTo("query-code-required");
    }
    assertThat(new Phone(face, mine).with(forged).data().status()).isEqualTo(401);
    hall.itIs("2026-09-15T10:30");
    assertThat(phone.data().status()).isEqualTo(401);
    for (String deed : List.of("rating", "supplement")) {
      assertThat(phone.post(deed, Map.of()).status()).isEqualTo(401);
    }
  }

  @Test
  void saysTheSameOfAWrongNumberAndAWrongCode() {
    String receiptNo = received();
    Answer wrongCode = new Phone(face, receiptNo).shows(WRONG);
    String absent = "370921202609159999990";
    Answer wrongNumber = new Phone(face, absent).shows(codes.of(absent));
    Answer noNumber = new Phone(face, "1").shows(WRONG);
    assertThat(wrongCode.status()).isEqualTo(403);
    assertThat(wrongCode.code()).isEqualTo("query-code-refused");
    assertThat(List.of(wrongNumber.body(), noNumber.body()))
        .allSatisfy(
            body ->
                assertThat(body.replaceAll("progress/\\d+", ""))
                    .isEqualTo(wrongCode.body().replaceAll("progress/\\d+", "")));
  }

  @Test
  void letsNobodyGuessOnAndForgetsAfterAWhile() {
    String receiptNo = received();
    for (int i = 0; i < 10; i++) {
      assertThat(new Phone(face, receiptNo).shows(WRONG).status()).isEqualTo(403);
    }
    Answer refused = new Phone(face, receiptNo).shows(codes.of(receiptNo));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too-many-tries");
    assertThat(refused.text("/detail")).contains("10:15");
    hall.itIs("2026-09-15T10:15");
    assertThat(new Phone(face, receiptNo).shows(codes.of(receiptNo)).status()).isEqualTo(204);
  }

  @Test
  void countsGuessesAtTheSameMomentAsWell() {
    String receiptNo = received();
    List<Answer> answers = Crowd.of(25, () -> new Phone(face, receiptNo).shows(WRONG));
    assertThat(answers).extracting(Answer::status).containsOnly(403, 429);
    assertThat(answers.stream().filter(answer -> answer.status() == 403))
        .hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void countsGuessesFromOneAddressOverAllNumbers() {
    for (int i = 0; i < 30; i++) {
      assertThat(new Phone(face, "%021d".formatted(i)).shows(WRONG).status()).isEqualTo(403);
    }
    String receiptNo = received();
    assertThat(new Phone(face, receiptNo).shows(codes.of(receiptNo)).status()).isEqualTo(429);
  }

  @Test
  void doesNotCountWhoIsRight() {
    String receiptNo = received();
    for (int i = 0; i < 40; i++) {
      assertThat(new Phone(face, receiptNo).shows(codes.of(receiptNo)).status()).isEqualTo(204);
    }
  }

  @Test
  void showsHowFarTheCaseIsAndWhatWasPromised() {
    ProcessInstance theCase =
        hall.starts(
            "nyClerk",
            "company-registration",
            with(tradingCompany(), Map.of("sealChoice", "now", "taxChoice", "now")));
    Phone phone = opened(theCase.getBusinessKey());
    Answer atTheWindow = phone.data();
    assertThat(atTheWindow.text("/clock/about")).isEqualTo("受理审查");
    assertThat(atTheWindow.json().at("/phases").findValuesAsText("status"))
        .containsExactly("DONE", "OPEN", "OPEN", "AHEAD", "AHEAD");
    hall.itIs("2026-09-15T10:05");
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.completes(
        "nyPolice",
        theCase,
        "备案刻制公章",
        Map.of("sealNo", "3709210012345", "sealDelivery", "onTheSpot"));
    Answer view = phone.data();
    assertThat(view.text("/applicant")).isEqualTo("王**");
    assertThat(view.text("/service")).isEqualTo("企业开办");
    assertThat(view.text("/clock/about")).isEqualTo("全部办理");
    assertThat(view.text("/clock/story/promise")).contains("宁政发〔2021〕8号");
    assertThat(view.text("/clock/remaining")).startsWith("剩余 2小时");
    assertThat(view.json().at("/phases/2/steps").findValuesAsText("name"))
        .containsExactly("备案刻制公章", "办理涉税事项");
    assertThat(view.json().at("/phases/2/steps").findValuesAsText("status"))
        .containsExactly("DONE", "OPEN");
    // handing out is sure to come after the parallel steps, so it is foretold
    assertThat(view.text("/phases/3/steps/0/name")).isEqualTo("统一出件");
    assertThat(view.text("/phases/3/steps/0/status")).isEqualTo("AHEAD");
    assertThat(view.body())
        .doesNotContain("王晓明", "370921199003078512", "13805480001", "nyPolice", "nyClerk");
  }

  @Test
  void takesTheSupplementInTheApplicantsName() {
    ProcessInstance theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
    String receiptNo = theCase.getBusinessKey();
    Phone phone = opened(receiptNo);
    assertThat(phone.upload("premises", "a.pdf", TestFiles.pdf("1")).code())
        .isEqualTo("nothing-awaited");
    hall.completes(
        "nyClerk",
        theCase,
        "审查申请材料",
        Map.of("materialsDecision", "notice", "missingItems", "住所使用证明缺签字\n股东决定缺日期"));
    Answer told = phone.data();
    assertThat(told.json().at("/supplement/items")).hasSize(2);
    assertThat(told.json().at("/supplement/missing").findValuesAsText("id")).contains("premises");
    assertThat(told.json().at("/phases/1/steps/1/waitsForApplicant").asBoolean()).isTrue();
    assertThat(told.text("/clock/remaining")).isEqualTo("等待您补正，补正后重新计时");
    assertThat(
            phone
                .upload("premises", "证明.pdf", "<script>".getBytes(StandardCharsets.UTF_8))
                .status())
        .isIn(400, 415);
    // as large as a file may be, and both a little and a lot larger
    for (int size : new int[] {LARGEST + 1, LARGEST + (5 << 20)}) {
      Answer tooLarge = phone.upload("premises", "证明.pdf", new byte[size]);
      assertThat(tooLarge.status()).as(tooLarge.toString()).isEqualTo(413);
      assertThat(tooLarge.code()).isEqualTo("file-too-large");
      assertThat(tooLarge.body()).contains("文件超过 20 MB");
    }
    Answer uploaded = phone.upload("premises", "证明.pdf", TestFiles.pdf("premises", LARGEST));
    assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(200);
    assertThat(uploaded.json().at("/supplement/missing").findValuesAsText("id"))
        .doesNotContain("premises");
    assertThat(uploaded.text("/supplement/handedIn/0")).isEqualTo("证明.pdf");
    assertThat(phone.post("supplement", Map.of("note", " ")).fields()).containsExactly("note");
    Answer done = phone.post("supplement", Map.of("note", "已补签字和日期"));
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(done.text("/state")).isEqualTo("RECEIVED");
    assertThat(phone.post("supplement", Map.of("note", "再来一次")).code())
        .isEqualTo("nothing-awaited");
    assertThat(hall.openTasks(theCase)).containsExactly("审查申请材料");
    assertThat(hall.variable(theCase, "supplementNote")).isEqualTo("申请人在进度页面提交：已补签字和日期");
    assertThat(
            history
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(receiptNo)
                .taskDefinitionKey("userTask_recordSupplement")
                .singleResult()
                .getAssignee())
        .isEqualTo("申请人");
  }

  @Test
  void givesTheApplicantThePapersOfThatCaseOnly() {
    String receiptNo = received();
    String other = received();
    Phone phone = opened(receiptNo);
    Answer view = phone.data();
    assertThat(view.text("/papers/0/title")).isEqualTo("收件回执");
    String number = view.text("/papers/0/number");
    Answer paper = phone.get("papers/" + number);
    assertThat(paper.status()).isEqualTo(200);
    assertThat(paper.contentType()).isEqualTo("application/pdf");
    assertThat(paper.body()).startsWith("%PDF");
    assertThat(phone.get("papers/" + number.replace(receiptNo, other)).status()).isEqualTo(404);
    assertThat(new Phone(face, other).with(phone.cookie()).get("papers/" + number).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>有限公司",
        "${1+1}#{2}有限公司",
        "\"></text><image onerror=alert(1)>有限公司",
        "𠮷㛃商贸有限公司",
        "{link}有限公司"
      })
  void showsHostileNamesAsTheyAre(String name) {
    ProcessInstance theCase =
        hall.starts(
            "nyClerk",
            "company-registration",
            with(tradingCompany(), Map.of("enterpriseName", name)));
    Phone phone = opened(theCase.getBusinessKey());
    hall.completes(
        "nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "notice", "missingItems", name));
    Answer view = phone.data();
    assertThat(view.contentType()).startsWith("application/json");
    assertThat(view.text("/subject")).isEqualTo(name);
    assertThat(view.text("/supplement/items/0")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"code\":{}}",
        "{\"code\":null}",
        "{\"code\":[\"a\"]}",
        "{}",
        "\"x\"",
        "{\"code\":\"a\\u0000\"}"
      })
  void refusesWhateverElseIsSent(String body) {
    String receiptNo = received();
    assertThat(new Phone(face, receiptNo).postText("session", body).status()).isIn(400, 403);
    Phone phone = opened(receiptNo);
    assertThat(phone.postText("rating", body).status()).isIn(400, 409);
    assertThat(phone.postText("supplement", body).status()).isIn(400, 409);
  }

  @Test
  void keepsTheCodeOutOfAddressesAndLogs(CapturedOutput output) {
    String receiptNo = received();
    Phone phone = opened(receiptNo);
    phone.data();
    new Phone(face, receiptNo).shows(WRONG);
    assertThat(output.getAll()).doesNotContain(codes.of(receiptNo), WRONG, "王晓明", "13805480001");
  }

  @Test
  void refusesPathsThatAreNone() {
    for (String path : List.of("/progress/abc", "/progress/1%2e%2e/data", "/progress/x/data")) {
      assertThat(face.get(null, path).status()).as(path).isIn(400, 404);
    }
    assertThat(face.get(null, "/progress/progress.js").status()).isEqualTo(200);
  }

  private String received() {
    return hall.starts("nyClerk", "company-registration", tradingCompany()).getBusinessKey();
  }

  private Phone opened(String receiptNo) {
    Phone phone = new Phone(face, receiptNo);
    assertThat(phone.shows(codes.of(receiptNo)).status()).isEqualTo(204);
    return phone;
  }
}
