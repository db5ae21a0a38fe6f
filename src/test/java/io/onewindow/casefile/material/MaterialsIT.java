package io.onewindow.casefile.material;

import static io.onewindow.casefile.material.TestFiles.pdf;
import static io.onewindow.casefile.material.TestFiles.picture;
import static io.onewindow.story.Applications.tradingCompany;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Crowd;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import io.onewindow.story.Hall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The materials of a case as programs and browsers meet them, with good files and bad. */
@FaceTest
@OnBothDatabases
class MaterialsIT {

  private static final int MEGABYTE = 1024 * 1024;

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private CreditRecords credit;
  @Autowired private JdbcClient jdbc;

  private ProcessInstance theCase;
  private String path;

  @BeforeEach
  void aCompanyApplies() {
    hall.itIs("2026-09-15T10:00");
    theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
    path = "/api/v1/cases/" + theCase.getBusinessKey() + "/materials";
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void takesAFileOnceAndGivesItBackByteByByteAsAnAttachment() throws Exception {
    byte[] content = pdf("articles");
    Answer kept = upload("nyClerk", "articles", "章程 𠮷.pdf", content);
    assertThat(kept.status()).as(kept.toString()).isEqualTo(201);
    assertThat(upload("nyClerk", "articles", "章程（2）.pdf", content).text("/id"))
        .isEqualTo(kept.text("/id"));

    HttpResponse<byte[]> back =
        HttpClient.newHttpClient()
            .send(
                face.request("nyTax", path + "/files/" + kept.text("/id")).build(),
                BodyHandlers.ofByteArray());
    assertThat(back.body()).isEqualTo(content);
    assertThat(header(back, "Content-Type")).isEqualTo("application/pdf");
    assertThat(header(back, "Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''%E7%AB%A0%E7%A8%8B%20%F0%A0%AE%B7.pdf");
    assertThat(header(back, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(back, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
    assertThat(header(back, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(back, "ETag")).isEqualTo("\"" + kept.text("/digest") + "\"");

    Answer list = face.get("nyTax", path);
    assertThat(list.text("/materials/3/state")).isEqualTo("SUBMITTED");
    assertThat(list.text("/materials/3/files/0/name")).isEqualTo("章程 𠮷.pdf");
    assertThat(list.text("/materials/3/basis")).contains("《市场主体登记管理条例》 第十六条");
    assertThat(list.json().at("/materials/3/files")).hasSize(1);
    assertThat(
            jdbc.sql(
                    "select count(*) from ow_material_event where kind = 'READ' and actor = 'nyTax'"
                        + " and face = 'api' and address = '127.0.0.1'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "nyClerk,200,201",
    "nyApproval,200,201",
    "nyTax,200,201",
    "nyBank,200,201",
    "nyMarketReg,200,201",
    "nyLeader,200,403",
    "nySupervisor,200,403",
    "nyTrainer,404,404",
    "nyHousing,403,403",
    "admin,403,403",
    "sxClerk,404,404",
    "hkApproval,404,404",
    "lcSupervisor,404,404",
    ",401,401"
  })
  void isOpenToTheDepartmentsOfTheCaseOnly(String person, int reading, int handling) {
    String file = upload("nyClerk", "articles", "a.pdf", pdf("secret")).text("/id");
    assertThat(face.get(person, path).status()).isEqualTo(reading);
    assertThat(face.get(person, path + "/files/" + file).status()).isEqualTo(reading);
    assertThat(upload(person, "articles", "b.pdf", pdf("b")).status()).isEqualTo(handling);
    Answer act = face.post(person, path + "/premises/submission", Map.of());
    assertThat(act.status()).isEqualTo(handling == 201 ? 200 : handling);
  }

  @Test
  void findsNoFileUnderAnotherCase() {
    String file = upload("nyClerk", "articles", "a.pdf", pdf("other case")).text("/id");
    String other =
        hall.starts("nyClerk", "company-registration", tradingCompany()).getBusinessKey();
    String elsewhere = "/api/v1/cases/" + other + "/materials/files/" + file;
    assertThat(face.get("nyClerk", elsewhere).status()).isEqualTo(404);
    assertThat(face.post("nyClerk", elsewhere + "/withdrawal", Map.of()).status()).isEqualTo(404);
    assertThat(face.get("nyClerk", "/api/v1/cases/123/materials").status()).isEqualTo(400);
  }

  static Stream<Arguments> refusals() {
    byte[] good = pdf("good");
    byte[] html = "<script>alert(1)</script>".getBytes(UTF_8);
    return Stream.of(
        Arguments.of("a.svg", html, 415, "file-type-refused"),
        Arguments.of("a.html", html, 415, "file-type-refused"),
        Arguments.of("a.pdf.exe", good, 415, "file-type-refused"),
        Arguments.of("a", good, 415, "file-type-refused"),
        Arguments.of("a.pdf", html, 415, "content-mismatch"),
        Arguments.of("a.png", good, 415, "content-mismatch"),
        Arguments.of("a.docx", good, 415, "package-damaged"),
        Arguments.of(
            "a.docx",
            TestFiles.zip(TestFiles.with(TestFiles.docxParts(), "word/a", new byte[64 * MEGABYTE])),
            415,
            "package-bomb"),
        Arguments.of("a.pdf", new byte[0], 400, "file-empty"),
        Arguments.of("a.pdf", new byte[20 * MEGABYTE + 1], 413, "file-too-large"),
        Arguments.of("../a.pdf", good, 400, "field-refused"),
        Arguments.of("a\u202Efdp.pdf", good, 400, "field-refused"),
        Arguments.of("a\0.pdf", good, 400, "field-refused"),
        Arguments.of("长".repeat(100) + ".pdf", good, 400, "field-refused"),
        Arguments.of("", good, 400, "field-refused"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesABadFileAndKeepsNothing(String name, byte[] content, int status, String code) {
    Answer answer = upload("nyClerk", "articles", name, content);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(face.get("nyClerk", path).text("/materials/3/state")).isEqualTo("MISSING");
  }

  @Test
  void refusesAFileThatDoesNotSayHowLargeItIs() {
    byte[] large = new byte[20 * MEGABYTE + 1];
    Answer answer =
        face.send(
            request("nyClerk", "articles", "a.pdf")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void refusesARequestThatIsNone() {
    assertThat(upload("nyClerk", "nothing", "a.pdf", pdf("a")).status()).isEqualTo(404);
    assertThat(upload("nyClerk", "identity", "a.pdf", pdf("a")).code())
        .isEqualTo("material-shared");
    String files = path + "/articles/files?name=a.pdf";
    Answer form =
        face.send(
            face.request("nyClerk", files)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("--x--")));
    assertThat(form.status()).isEqualTo(415);
    assertThat(face.postText("nyClerk", files, "{}").status()).isEqualTo(415);
    assertThat(face.postText("nyClerk", path + "/premises/commitment", "{").status())
        .isEqualTo(400);
    assertThat(face.postText("nyClerk", path + "/premises/commitment", "[]").status())
        .isEqualTo(400);
    assertThat(face.postText("nyClerk", path + "/premises/commitment", "null").code())
        .isEqualTo("field-refused");
    assertThat(face.post("nyClerk", path + "/premises/theft", Map.of()).status()).isEqualTo(404);
    assertThat(upload("nyClerk", "articles", "x".repeat(1_000_000), pdf("a")).status())
        .isEqualTo(400);
  }

  @Test
  void shownNamesAreKeptAsTheyAre() {
    String name = "<img src=x onerror=alert(1)>${1+1}.pdf";
    assertThat(upload("nyClerk", "articles", name, pdf("a")).text("/name")).isEqualTo(name);
  }

  @Test
  void keepsOneFileOfManyThatComeAtTheSameMoment() {
    byte[] content = picture("png");
    List<Answer> answers = Crowd.of(8, () -> upload("nyClerk", "articles", "a.png", content));
    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().map(answer -> answer.text("/id")).distinct()).hasSize(1);
  }

  @Test
  void commitsDefersAndRefusesWhatTheListDoesNotAllow() {
    Answer committed =
        face.post(
            "nyClerk",
            path + "/premises/commitment",
            Map.of("statement", "承诺按期提交。", "signedBy", "王晓明"));
    assertThat(committed.status()).as(committed.toString()).isEqualTo(200);
    assertThat(committed.text("/materials/2/stateName")).isEqualTo("已承诺");
    assertThat(committed.text("/materials/2/due")).isEqualTo("2026-10-19T17:30:00+08:00");
    assertThat(committed.json().at("/materials/2/acts").findValuesAsText("")).isEmpty();
    assertThat(face.post("nyClerk", path + "/articles/deferral", Map.of("reason", "x")).status())
        .isEqualTo(409);
    Answer empty = face.post("nyClerk", path + "/appointments/deferral", Map.of());
    assertThat(empty.fields()).containsExactly("reason");
    assertThat(face.post("nyClerk", path + "/premises/reversal", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void refusesWhatComesAfterTheCaseIsClosed() {
    jdbc.sql("update ow_case set closed_at = received_at where receipt_no = ?")
        .param(theCase.getBusinessKey())
        .update();
    Answer late = upload("nyClerk", "articles", "a.pdf", pdf("late"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("case-closed");
    assertThat(face.get("nyClerk", path).json().at("/materials/3/mayUpload").asBoolean()).isFalse();
  }

  @Test
  void servesTheTabOfATaskInTheWebSession() {
    String tab =
        "/camunda/api/tasklist/plugin/onewindow/default/task-materials/"
            + hall.task("nyClerk", theCase, "审查申请材料").getId();
    WebSession clerk = WebSession.of(face, "nyClerk");
    byte[] content = pdf("by session");
    assertThat(clerk.forge(tab + "/articles/files?name=a.pdf", content).status()).isEqualTo(403);
    clerk = WebSession.of(face, "nyClerk");
    Answer kept = clerk.upload(tab + "/articles/files?name=a.pdf", content);
    assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
    assertThat(kept.json().at("/size").asInt()).isEqualTo(content.length);

    Answer refused = clerk.upload(tab + "/articles/files?name=a.png", content);
    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.text("/message")).contains("不是完整的 PNG 文件");

    Answer shown = clerk.get(tab + "/files/" + kept.text("/id") + "/preview");
    assertThat(shown.contentType()).isEqualTo("application/pdf");
    assertThat(shown.header("Content-Disposition")).startsWith("inline;");
    assertThat(shown.whole().headers().allValues("Content-Security-Policy"))
        .containsExactly("sandbox; default-src 'none'; frame-ancestors 'self'");
    assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(clerk.get(tab + "/files/" + kept.text("/id")).header("Content-Disposition"))
        .startsWith("attachment;");

    Answer deferred = clerk.post(tab + "/appointments/deferral", Map.of("reason", "下周补"));
    assertThat(deferred.text("/materials/4/stateName")).isEqualTo("容缺");
    Answer withdrawn = clerk.post(tab + "/files/" + kept.text("/id") + "/withdrawal", Map.of());
    assertThat(withdrawn.text("/materials/3/state")).isEqualTo("MISSING");

    WebSession elsewhere = WebSession.of(face, "hkClerk");
    assertThat(elsewhere.get(tab).status()).isEqualTo(404);
    assertThat(elsewhere.upload(tab + "/articles/files?name=a.pdf", content).status())
        .isEqualTo(404);
    assertThat(new WebSession(face).get(tab).status()).isEqualTo(401);
  }

  /** The policy is Camunda's own but for one word: an upgrade that changes it must be seen. */
  @Test
  void keepsCamundasPolicyForItsPages() {
    String policy =
        WebSession.of(face, "nyClerk")
            .get("/camunda/app/tasklist/default/")
            .header("Content-Security-Policy")
            .replaceFirst("'nonce-[^']+'", "\\$NONCE")
            .replace(" allow-popups-to-escape-sandbox", "");
    assertThat(policy).isEqualTo(ContentSecurityPolicyProvider.HEADER_DEFAULT_VALUE);
  }

  @Test
  void previewsOnlyWhatBrowsersShow() {
    String tab =
        "/camunda/api/tasklist/plugin/onewindow/default/task-materials/"
            + hall.task("nyClerk", theCase, "审查申请材料").getId();
    WebSession clerk = WebSession.of(face, "nyClerk");
    String file = clerk.upload(tab + "/articles/files?name=a.docx", TestFiles.docx()).text("/id");
    assertThat(clerk.get(tab + "/files/" + file + "/preview").status()).isEqualTo(415);
    assertThat(clerk.get(tab + "/files/" + file).status()).isEqualTo(200);
  }

  @Test
  void showsOfficersTheCreditRecordsOfTheirJurisdiction() {
    CreditRecord record =
        credit.enter(theCase.getBusinessKey(), "370921199003078512", "逾期未提交住所使用证明", "告知承诺书");
    try {
      Answer list = face.get("nyClerk", "/api/v1/credit-records");
      assertThat(list.text("/0/reason")).isEqualTo("逾期未提交住所使用证明");
      assertThat(list.body()).doesNotContain("370921199003078512").contains("3709**********8512");
      assertThat(face.get("hkClerk", "/api/v1/credit-records").json()).isEmpty();
      assertThat(face.get("nyTrainer", "/api/v1/credit-records").status()).isEqualTo(403);
      assertThat(face.get("admin", "/api/v1/credit-records").status()).isEqualTo(403);
      assertThat(face.get(null, "/api/v1/credit-records").status()).isEqualTo(401);
      assertThat(face.get("nyTax", path).json().at("/creditRecords").asInt()).isPositive();
    } finally {
      jdbc.sql("delete from ow_credit_record where id = ?").param(record.id()).update();
    }
  }

  private Answer upload(String person, String material, String name, byte[] content) {
    return face.send(request(person, material, name).POST(BodyPublishers.ofByteArray(content)));
  }

  private java.net.http.HttpRequest.Builder request(String person, String material, String name) {
    return face.request(
            person, path + "/" + material + "/files?name=" + URLEncoder.encode(name, UTF_8))
        .header("Content-Type", "application/octet-stream");
  }

  private static String header(HttpResponse<?> answer, String name) throws IOException {
    return answer.headers().firstValue(name).orElse("");
  }
}
