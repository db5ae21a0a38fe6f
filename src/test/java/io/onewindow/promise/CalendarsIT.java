package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The calendars over HTTP, from the first look to a loaded year. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"demo", "test"})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalendarsIT {

  private static final String DEADLINE =
      "/api/v1/deadlines?jurisdiction=ningyang&from=2027-01-20T10:00:00%2B08:00"
          + "&value=20&unit=WORKING_DAY";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @LocalServerPort private int port;
  @Autowired private HallCalendars calendars;

  @Test
  @Order(1)
  void showsEverybodyWhichYearsAreEstimates() throws Exception {
    JsonNode halls = body(get("/api/v1/calendars"));
    assertThat(halls).hasSize(4);
    JsonNode ningyang = halls.get(2);
    assertThat(ningyang.get("jurisdiction").asText()).isEqualTo("ningyang");
    assertThat(ningyang.get("countFrom").asText()).isEqualTo("NEXT_OPENING");
    assertThat(ningyang.at("/years/5/number").asText()).isEqualTo("国办发明电〔2025〕7号");
    assertThat(ningyang.at("/years/6/year").asInt()).isEqualTo(2027);
    assertThat(ningyang.at("/years/6/published").asBoolean()).isFalse();
    assertThat(ningyang.at("/officeHours/0/sessions").asText())
        .isEqualTo("平日 09:00-12:00、13:30-17:30");
    JsonNode year = body(get("/api/v1/calendars/ningyang/2026"));
    assertThat(year.get("days")).hasSize(365);
    assertThat(year.at("/days/0/why").asText()).isEqualTo("元旦放假");
    assertThat(get("/api/v1/calendars/ningyang/2050").statusCode()).isEqualTo(404);
    assertThat(get("/calendar.html").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(2)
  void letsOnlyAdministratorsIn() throws Exception {
    for (String path : new String[] {"/api/v1/calendars", "/api/v1/calendars/preview"}) {
      assertProblem(post(path, null, notice()), 401, "login-required");
      assertProblem(post(path, "nyTax:wrong", notice()), 401, "login-required");
      assertProblem(post(path, "nyClerk:onewindow", notice()), 403, "administrator-required");
    }
    assertThat(calendars.now().holidays().isPublished(2027)).isFalse();
  }

  @Test
  @Order(3)
  void namesLineAndColumnOfARefusal() throws Exception {
    Map<String, Object> wrong = notice();
    wrong.put("csv", Notices2027.csv().replace("2027-10-09,workday", "2027-10-11,workday"));
    HttpResponse<String> answer = post("/api/v1/calendars", "admin:onewindow", wrong);
    assertProblem(answer, 400, "field-refused");
    JsonNode field = body(answer).at("/fields/0");
    assertThat(field.get("key").asText()).isEqualTo("csv:34");
    assertThat(field.get("label").asText()).isEqualTo("第 34 行 type 栏");
    assertThat(field.get("reason").asText()).isEqualTo("2027-10-11 本来就是工作日，不能列为调休上班");
  }

  @Test
  @Order(4)
  void previewsWithoutLoadingThenLoads() throws Exception {
    JsonNode before = body(get(DEADLINE));
    assertThat(before.get("provisional").asBoolean()).isTrue();
    assertThat(before.get("due").asText()).startsWith("2027-02-19T17:30");

    HttpResponse<String> preview = post("/api/v1/calendars/preview", "admin:onewindow", notice());
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(body(preview).get("changes")).isNotEmpty();
    assertThat(body(get(DEADLINE))).isEqualTo(before);

    HttpResponse<String> loaded = post("/api/v1/calendars", "admin:onewindow", notice());
    assertThat(loaded.statusCode()).isEqualTo(201);
    assertThat(body(loaded)).isEqualTo(body(preview));
    JsonNode after = body(get(DEADLINE));
    assertThat(after.get("provisional").asBoolean()).isFalse();
    assertThat(after.get("due").asText()).startsWith("2027-02-22T17:30");
    JsonNode year = body(get("/api/v1/calendars")).at("/0/years/6");
    assertThat(year.get("number").asText()).isEqualTo("虚构〔2026〕0号");
    assertThat(year.get("loadedAt").asText()).contains("+08:00");
  }

  @Test
  @Order(5)
  void refusesToReplaceAYearUnasked() throws Exception {
    assertProblem(
        post("/api/v1/calendars", "admin:onewindow", notice()), 409, "calendar-published");
  }

  @Test
  @Order(6)
  void letsAnAdministratorTakeAHallsNoticeBack() throws Exception {
    Map<String, Object> closed = notice();
    closed.put("csv", "date,type,reason\n2027-03-01,closed,停电\n");
    closed.put("number", "宁〔2026〕1号");
    closed.put("jurisdiction", "ningyang");
    assertThat(post("/api/v1/calendars", "admin:onewindow", closed).statusCode()).isEqualTo(201);
    String notice = body(get("/api/v1/calendars")).at("/2/notices/0/id").asText();
    String withdrawal = "/api/v1/calendars/ningyang/notices/" + notice + "/withdrawal";
    Map<String, Object> wanted = Map.of("reason", "误录", "effectiveFrom", "2027-01-01");
    assertProblem(post(withdrawal, null, wanted), 401, "login-required");
    assertProblem(post(withdrawal, "nyClerk:onewindow", wanted), 403, "administrator-required");
    assertProblem(post(withdrawal, "admin:onewindow", Map.of()), 400, "field-refused");
    assertProblem(
        post(withdrawal, "admin:onewindow", Map.of("reason", "误录", "effectiveFrom", "明天")),
        400,
        "body-malformed");
    String elsewhere = withdrawal.replace("ningyang", "hekou");
    assertProblem(post(elsewhere, "admin:onewindow", wanted), 404, "unknown-notice");

    HttpResponse<String> preview = post(withdrawal + "/preview", "admin:onewindow", wanted);
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(body(preview).at("/changes/0/after").asText()).isEqualTo("工作日");
    HttpResponse<String> withdrawn = post(withdrawal, "admin:onewindow", wanted);
    assertThat(withdrawn.statusCode()).isEqualTo(201);
    assertThat(body(withdrawn)).isEqualTo(body(preview));
    JsonNode shown = body(get("/api/v1/calendars")).at("/2/notices/0/withdrawal");
    assertThat(shown.get("reason").asText()).isEqualTo("误录");
    assertThat(shown.get("effectiveFrom").asText()).isEqualTo("2027-01-01");
    assertProblem(post(withdrawal, "admin:onewindow", wanted), 404, "unknown-notice");
  }

  private static Map<String, Object> notice() {
    CalendarUpload upload = Notices2027.fictitious();
    Map<String, Object> body = new HashMap<>();
    body.put("csv", upload.csv());
    body.put("number", upload.number());
    body.put("title", upload.title());
    body.put("url", upload.url());
    return body;
  }

  private void assertProblem(HttpResponse<String> answer, int status, String code)
      throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(body(answer).get("code").asText()).isEqualTo(code);
    assertThat(body(answer).get("detail").asText()).isNotBlank();
  }

  private JsonNode body(HttpResponse<String> answer) throws IOException {
    return json.readTree(answer.body());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpResponse<String> post(String path, String login, Map<String, Object> body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    if (login != null) {
      byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
