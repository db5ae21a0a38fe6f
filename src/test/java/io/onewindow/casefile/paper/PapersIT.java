package io.onewindow.casefile.paper;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.print.PrintedPaper;
import io.onewindow.story.Hall;
import io.onewindow.story.WebSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The papers of a case over HTTP: for staff, for the plugin, and for whoever scans the code. */
@FaceTest
class PapersIT {

  private static final String CASES = "/api/v1/cases/";
  private static final String REFUSED = "核验未通过";

  @LocalServerPort private int port;
  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private JdbcClient jdbc;

  private String receiptNo;
  private String queryCode;
  private String paperNo;

  @BeforeEach
  void aCaseIsReceived() {
    hall.itIs("2026-09-15T10:00");
    Answer answer = face.post("nyClerk", "/api/v1/cases", application(Map.of()));
    receiptNo = answer.text("/receiptNo");
    queryCode = answer.text("/queryCode");
    paperNo = receiptNo + "-S1";
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void listsAndSendsThePapersToWhoMaySeeTheCase() throws Exception {
    JsonNode list = face.get("nyClerk", CASES + receiptNo + "/papers").json();
    assertThat(list).hasSize(1);
    assertThat(list.at("/0/paperNo").asText()).isEqualTo(paperNo);
    assertThat(list.at("/0/kind").asText()).isEqualTo("RECEIPT");
    assertThat(list.at("/0/title").asText()).isEqualTo("收件回执");
    assertThat(list.at("/0/issuedAt").asText()).isEqualTo("2026-09-15T10:00:00+08:00");
    assertThat(list.at("/0/issuedBy").asText()).isEqualTo("nyClerk");

    HttpResponse<byte[]> file = file("nyClerk", paperNo);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(file.headers().firstValue("Content-Security-Policy").get()).startsWith("sandbox");
    assertThat(file.headers().firstValue("Content-Disposition").get())
        .startsWith("attachment")
        .contains(paperNo + ".pdf");
    assertThat(Digest.of(file.body())).isEqualTo(list.at("/0/sha256").asText());
    assertThat(queryCode).matches("[2-9A-HJ-NP-Z]{8}");
    assertThat(new PrintedPaper(file.body()).words()).contains("查询码" + queryCode);
    assertThat(file("nyClerk", paperNo).body()).isEqualTo(file.body());
  }

  @Test
  void showsPapersToNobodyElse() {
    String papers = CASES + receiptNo + "/papers";
    for (String path : List.of(papers, papers + "/" + paperNo)) {
      assertThat(face.get(null, path).status()).isEqualTo(401);
      assertThat(face.get("sxClerk", path).code()).isEqualTo("unknown-case");
    }
    for (String other : List.of(receiptNo + "-S9", "..%2F1", "%F0%A0%AE%B7", "'or'1'='1")) {
      assertThat(face.get("nyClerk", papers + "/" + other).status()).isBetween(400, 404);
    }
    String second =
        face.post("hkClerk", "/api/v1/cases", application(Map.of("jurisdiction", "hekou")))
            .text("/receiptNo");
    assertThat(face.get("nyClerk", papers + "/" + second + "-S1").code())
        .isEqualTo("unknown-paper");
  }

  /** With its code one rates, and adds to the case, as the applicant does. */
  @Test
  void givesThePaperWithTheQueryCodeToTheWindowOnly() {
    String papers = CASES + receiptNo + "/papers";
    for (String other : List.of("nyTax", "nySupervisor", "nyAuditor", "admin")) {
      assertThat(face.get(other, papers).json()).as(other).isEmpty();
      Answer refused = face.get(other, papers + "/" + paperNo);
      assertThat(refused.status()).as(other).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("query-code");
    }
  }

  @Test
  void tellsTheQueryCodeToWhoOpensTheCaseOnly() {
    assertThat(face.get("nyClerk", CASES + receiptNo).json().has("queryCode")).isFalse();
    assertThat(face.get("nyClerk", CASES + receiptNo).body()).doesNotContain(queryCode);
  }

  @Test
  void servesThePluginWithinTheWebSession() {
    String task =
        face.get("nyClerk", "/engine-rest/task?processInstanceBusinessKey=" + receiptNo)
            .text("/0/id");
    String papers = "/camunda/api/tasklist/plugin/onewindow/default/papers/" + task;
    WebSession clerk = WebSession.signIn(port, "nyClerk");
    assertThat(clerk.get(papers).body()).contains("\"paperNo\":\"" + paperNo + "\"", "收件回执");
    HttpResponse<String> shown = clerk.get(papers + "/" + paperNo);
    assertThat(shown.body()).startsWith("%PDF");
    assertThat(shown.headers().firstValue("Content-Disposition").get()).startsWith("inline");
    assertThat(shown.headers().allValues("X-Content-Type-Options")).contains("nosniff");
    assertThat(shown.headers().allValues("Content-Security-Policy"))
        .containsExactly("frame-ancestors 'none'");
    assertThat(
            clerk
                .get(papers + "/" + paperNo + "?download=true")
                .headers()
                .firstValue("Content-Disposition")
                .get())
        .startsWith("attachment");
    assertThat(clerk.get(papers + "/" + receiptNo + "-S7").statusCode()).isEqualTo(404);
    assertThat(WebSession.signIn(port, "nyTax").get(papers).statusCode()).isEqualTo(404);
    assertThat(WebSession.signIn(port, "sxClerk").get(papers).statusCode()).isEqualTo(404);
    assertThat(WebSession.stranger(port).get(papers).statusCode()).isEqualTo(401);
    assertThat(WebSession.stranger(port).get(papers + "/" + paperNo).statusCode()).isEqualTo(401);
  }

  @Test
  void verifiesTheCodeOnThePaper() throws Exception {
    byte[] file = file("nyClerk", paperNo).body();
    URI code = URI.create(new PrintedPaper(file).code());
    assertThat(face.get(null, code.getPath() + "?" + code.getQuery()).contentType())
        .startsWith("text/html");
    Answer statement = face.get(null, code.getPath() + "/statement?" + code.getQuery());
    assertThat(statement.status()).isEqualTo(200);
    assertThat(statement.text("/title")).isEqualTo("收件回执");
    assertThat(statement.text("/department")).isEqualTo("宁阳县行政审批服务局");
    assertThat(statement.text("/date")).isEqualTo("2026年9月15日");
    assertThat(statement.text("/service")).isEqualTo("企业开办");
    assertThat(statement.text("/applicant")).isEqualTo("王**");
    assertThat(statement.text("/caseState")).isEqualTo("已收件");
    assertThat(statement.text("/sha256")).isEqualTo(Digest.of(file));
    assertThat(statement.body()).doesNotContain("王晓明", "泰和", queryCode);
    assertThat(statement.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(statement.header("Cache-Control")).isEqualTo("no-store");

    assertThat(compare(code, file).text("/same")).isEqualTo("true");
    file[file.length / 2] ^= 1;
    assertThat(compare(code, file).text("/same")).isEqualTo("false");
    assertThat(compare(code, new byte[0]).status()).isEqualTo(400);
    assertThat(compare(code, new byte[4_000_001]).status()).isEqualTo(413);
  }

  @Test
  void refusesForgedCodesAllInTheSameWords() throws Exception {
    String signature = signature();
    char other = signature.charAt(0) == 'A' ? 'B' : 'A';
    String unknown = receiptNo + "-J1";
    Answer wrong = verify(paperNo, "?s=" + other + signature.substring(1));
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(wrong.code()).isEqualTo("not-genuine");
    assertThat(wrong.text("/detail")).startsWith(REFUSED).doesNotContain(receiptNo);
    for (Answer refused :
        List.of(
            verify(paperNo, ""),
            verify(paperNo, "?s="),
            verify(unknown, "?s=" + signature),
            verify("%3Cscript%3E", "?s=%00"),
            verify("%F0%A0%AE%B7".repeat(20), "?s=" + "x".repeat(2000)))) {
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.text("/detail")).isEqualTo(wrong.text("/detail"));
    }
  }

  @Test
  void refusesAPaperWhoseRecordWasChanged() throws Exception {
    String signature = signature();
    assertThat(verify(paperNo, "?s=" + signature).status()).isEqualTo(200);
    jdbc.sql("update ow_paper set content = replace(content, '王晓明', '王小明') where paper_no = ?")
        .param(paperNo)
        .update();
    assertThat(verify(paperNo, "?s=" + signature).text("/detail")).startsWith(REFUSED);
    jdbc.sql("update ow_paper set content_digest = ? where paper_no = ?")
        .params(
            Digest.of(
                jdbc.sql("select content from ow_paper where paper_no = ?")
                    .param(paperNo)
                    .query(String.class)
                    .single()),
            paperNo)
        .update();
    assertThat(verify(paperNo, "?s=" + signature).text("/detail")).startsWith(REFUSED);
  }

  @Test
  void slowsDownWhoGuesses() throws Exception {
    String signature = signature();
    int asked = 0;
    while (verify(paperNo, "?s=guess" + asked).status() == 404) {
      asked++;
    }
    assertThat(asked).isLessThanOrEqualTo(12);
    Answer slowed = verify(paperNo, "?s=guess");
    assertThat(slowed.status()).isEqualTo(429);
    assertThat(slowed.text("/detail")).contains("请一分钟后再试");
    hall.itIs("2026-09-15T10:02");
    assertThat(verify(paperNo, "?s=" + signature).status()).isEqualTo(200);
  }

  private String signature() throws Exception {
    return new PrintedPaper(file("nyClerk", paperNo).body()).code().split("s=")[1];
  }

  private Answer verify(String number, String query) {
    return face.get(null, "/verify/" + number + "/statement" + query);
  }

  private Answer compare(URI code, byte[] file) {
    return face.send(
        face.request(null, code.getPath() + "/comparison?" + code.getQuery())
            .header("Content-Type", "application/pdf")
            .POST(BodyPublishers.ofByteArray(file)));
  }

  private HttpResponse<byte[]> file(String person, String number)
      throws IOException, InterruptedException {
    HttpRequest request =
        face.request(person, CASES + receiptNo + "/papers/" + number).GET().build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
  }

  private static Map<String, Object> application(Map<String, Object> changes) {
    Map<String, Object> wanted =
        new HashMap<>(Map.of("service", "company-registration", "jurisdiction", "ningyang"));
    wanted.put("form", tradingCompany());
    return with(wanted, changes);
  }
}
