package io.onewindow.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.database.OnPostgres;
import io.onewindow.database.Postgres;
import io.onewindow.face.Endpoint;
import io.onewindow.face.Endpoints;
import io.onewindow.face.Face;
import io.onewindow.face.OpenEndpoints;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The jar in production with an identity platform: a real one, asked over the network. */
@OnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformSignInIT {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String WHO = "/camunda/api/admin/auth/user/default";
  private static final String COUNT = "/camunda/api/engine/engine/default/task/count";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient programs = HttpClient.newHttpClient();
  private IdentityPlatform platform;
  private Node node;

  @BeforeAll
  void start() {
    String database = Postgres.newDatabase();
    Map<String, String> settings = new HashMap<>();
    node = new Node("platform", database, settings);
    platform = new IdentityPlatform(node.port());
    settings.putAll(
        Map.of(
            "ONEWINDOW_SIGNIN_BY",
            "platform",
            "ONEWINDOW_SIGNIN_PLATFORM_ISSUER",
            platform.issuer(),
            "ONEWINDOW_SIGNIN_PLATFORM_CLIENTID",
            IdentityPlatform.CLIENT,
            "ONEWINDOW_SIGNIN_PLATFORM_CLIENTSECRET",
            IdentityPlatform.SECRET,
            "ONEWINDOW_SIGNIN_PLATFORM_APIAUDIENCE",
            IdentityPlatform.AUDIENCE,
            "ONEWINDOW_SIGNIN_PLATFORM_REFUSALHOLDS",
            "1s",
            // tells every mapping
            "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
            "health,prometheus,mappings",
            "SPRING_APPLICATION_JSON",
            "{\"onewindow.sign-in.platform.groups.[\\u7a0e\\u52a1\\u5c40]\":\"tax\"}"));
    assertThat(Node.run("platform-schema", database, settings, "create-schema")).isZero();
    assertThat(Node.printed("platform-schema")).contains("人员在统一身份认证平台登录");
    NodeRole.grant(database);
    node.start();
    node.awaitReady();
  }

  @AfterAll
  void end() {
    node.kill();
    platform.close();
  }

  @Test
  void aBrowserIsSentToThePlatformAndComesBackAsThePersonItVouchesFor() {
    employ("wangfang", "王芳", List.of("税务局", "some-other-system"), List.of("ningyang"));
    PlatformBrowser browser = new PlatformBrowser(node);
    assertThat(browser.get(COUNT).statusCode()).isEqualTo(401);
    HttpResponse<String> page = browser.signIn(TASKLIST, "wangfang");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo(TASKLIST);
    assertThat(browser.cookieNames()).contains("__Host-onewindow");
    JsonNode who = json(browser.get(WHO));
    assertThat(who.path("userId").asText()).isEqualTo("wangfang");
    assertThat(who.path("authorizedApps").toString())
        .contains("tasklist")
        .doesNotContain("admin", "cockpit");
    assertThat(json(browser.post(COUNT, "{}")).path("count").asInt()).isZero();
    // our own interface, in the same session
    assertThat(browser.get("/api/v1/cases?q=x").statusCode()).isNotEqualTo(401);
    assertThat(json(browser.get("/engine-rest/group?member=wangfang")).findValuesAsText("id"))
        .containsExactly("tax");
  }

  @Test
  void whatThePlatformSaysNextTimeHoldsFromThen() {
    employ("lina", "李娜", List.of("window"), List.of("ningyang"));
    new PlatformBrowser(node).signIn(TASKLIST, "lina");
    assertThat(people("group", "window")).contains("lina");
    assertThat(people("tenant", "ningyang")).contains("lina");
    employ("lina", "李娜", List.of("supervisor"), List.of("shenxian"));
    PlatformBrowser again = new PlatformBrowser(node);
    again.signIn(TASKLIST, "lina");
    assertThat(json(again.get(WHO)).path("authorizedApps").toString()).contains("cockpit");
    assertThat(people("group", "window")).doesNotContain("lina");
    assertThat(people("tenant", "ningyang")).doesNotContain("lina");
    assertThat(people("tenant", "shenxian")).contains("lina");
  }

  @Test
  void nobodySignsInWithAPasswordHere() {
    employ("zhaolei", "赵磊", List.of("window"), List.of("ningyang"));
    new PlatformBrowser(node).signIn(TASKLIST, "zhaolei");
    for (String password : List.of("", "null", IdentityPlatform.PASSWORD)) {
      HttpRequest.Builder basic =
          node.request("/engine-rest/task")
              .header("Authorization", Face.basic("zhaolei:" + password));
      HttpResponse<String> answer = node.send(basic.GET());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
      HttpResponse<String> form =
          node.send(
              node.request("/camunda/api/admin/auth/user/default/login/tasklist")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("username=zhaolei&password=" + password)));
      assertThat(form.statusCode()).as(form.body()).isIn(401, 403);
    }
  }

  @Test
  void aProgramBringsATokenThatIsMeantForThisSystem() {
    platform.employs(
        "exchange",
        Map.of(
            "preferred_username",
            "exchange",
            "groups",
            List.of("window"),
            "jurisdictions",
            List.of("ningyang")));
    assertThat(bearer(token("exchange"), "/engine-rest/task").statusCode()).isEqualTo(200);
    assertThat(bearer(token("exchange"), "/api/v1/cases?q=none").statusCode()).isEqualTo(200);
    assertThat(bearer(token("exchange"), "/engine-rest/user/count").body()).doesNotContain("lina");
    for (String refused :
        List.of(token("elsewhere"), platform.forgedToken("exchange"), "no-token", "a.b.c")) {
      for (String path : List.of("/engine-rest/task", "/api/v1/cases/none")) {
        HttpResponse<String> answer = bearer(refused, path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("请先登录").doesNotContain("Exception", "Jwt");
      }
    }
    // it opens the interfaces for programs, not the screens
    assertThat(bearer(token("exchange"), COUNT).statusCode()).isEqualTo(401);
  }

  @Test
  void whoIsNobodyHereIsToldSoInChinese() {
    platform.employs("nobody", Map.of("preferred_username", "有名 无号"));
    HttpResponse<String> answer = new PlatformBrowser(node).signIn(TASKLIST, "nobody");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("unfit-account", "preferred_username", "应为字母和数字");
  }

  @Test
  void aDisabledAccountLosesItsSession() {
    employ("sunqi", "孙琪", List.of("tax"), List.of("ningyang"));
    PlatformBrowser browser = new PlatformBrowser(node);
    browser.signIn(TASKLIST, "sunqi");
    assertThat(browser.get(COUNT).statusCode()).isEqualTo(200);
    assertThat(browser.get(COUNT).statusCode()).isEqualTo(200);
    platform.dismisses("sunqi");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(browser.get(COUNT).statusCode()).isEqualTo(401));
  }

  @Test
  void signingOutEndsTheSessionHereAndLeadsToThePlatforms() {
    employ("zhouwei", "周伟", List.of("tax"), List.of("ningyang"));
    PlatformBrowser browser = new PlatformBrowser(node);
    browser.signIn(TASKLIST, "zhouwei");
    HttpResponse<String> out = browser.post("/camunda/api/admin/auth/user/default/logout", "");
    String next = json(out).path("redirectTo").asText();
    assertThat(next).startsWith(platform.issuer() + "/connect/logout?id_token_hint=");
    assertThat(browser.get(COUNT).statusCode()).isEqualTo(401);
  }

  @Test
  void thePlatformEndsSessionsItself() {
    employ("wuying", "吴英", List.of("tax"), List.of("ningyang"));
    PlatformBrowser browser = new PlatformBrowser(node);
    browser.signIn(TASKLIST, "wuying");
    assertThat(leave(platform.logoutToken("wuying", "another-client"))).isEqualTo(400);
    assertThat(leave("no-token")).isEqualTo(400);
    assertThat(browser.get(COUNT).statusCode()).isEqualTo(200);
    assertThat(leave(platform.logoutToken("wuying", IdentityPlatform.CLIENT))).isEqualTo(200);
    HttpResponse<String> ended = browser.get(COUNT);
    assertThat(ended.statusCode()).isEqualTo(401);
    assertThat(ended.body()).contains("session-ended", "统一身份认证平台结束了您的登录");
    assertThat(browser.get(TASKLIST).headers().firstValue("Location").orElseThrow())
        .endsWith("/signed-out.html?why=platform");
  }

  @Test
  void aPersonsOldestSessionEndsHereToo() {
    employ("fengtao", "冯涛", List.of("tax"), List.of("ningyang"));
    List<PlatformBrowser> browsers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      PlatformBrowser browser = new PlatformBrowser(node);
      browser.signIn(TASKLIST, "fengtao");
      browsers.add(browser);
    }
    assertThat(browsers.get(0).get(COUNT).body()).contains("session-ended", "在别处登录");
    for (PlatformBrowser open : browsers.subList(1, 4)) {
      assertThat(open.get(COUNT).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void signingInLeadsToAPageOfOursOnly() {
    employ("zhengkai", "郑凯", List.of("tax"), List.of("ningyang"));
    PlatformBrowser browser = new PlatformBrowser(node);
    assertThat(browser.signIn("/sign-in?to=/search.html", "zhengkai").uri().getPath())
        .isEqualTo("/search.html");
    for (String foreign : List.of("https://evil.example", "//evil.example", "/%5Cevil.example")) {
      assertThat(browser.get("/sign-in?to=" + foreign).headers().firstValue("Location"))
          .as(foreign)
          .hasValue("/");
    }
  }

  @Test
  void onlyTheListedAnswerToNobody() throws IOException {
    String mappings = node.send(node.request("/actuator/mappings").GET()).body();
    List<Endpoint> all = new ArrayList<>(Endpoints.ours(mappings));
    all.addAll(Endpoints.engines());
    all.addAll(Endpoints.screens());
    assertThat(all).anyMatch(one -> one.path().equals("/sign-in"));
    OpenEndpoints.assertAsListed(all, this::isAnswered, "everywhere", "platform");
  }

  /** Whether it neither refuses a stranger nor sends one to the platform to sign in. */
  private boolean isAnswered(Endpoint endpoint) {
    HttpResponse<String> answer =
        node.send(
            node.request(OpenEndpoints.filled(endpoint.path()))
                .header("Content-Type", "application/json")
                .method(
                    endpoint.method(),
                    endpoint.reads() ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
    String next = answer.headers().firstValue("Location").orElse("");
    return !OpenEndpoints.isClosed(answer.statusCode())
        && !next.endsWith("/oauth2/authorization/platform");
  }

  private int leave(String token) {
    return node.send(
            node.request("/sign-out/platform")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + token)))
        .statusCode();
  }

  private void employ(String id, String name, List<String> groups, List<String> jurisdictions) {
    platform.employs(
        id,
        Map.of(
            "preferred_username",
            id,
            "name",
            name,
            "groups",
            groups,
            "jurisdictions",
            jurisdictions));
  }

  /** Who belongs to it, as an administrator of the platform's sees it. */
  private List<String> people(String kind, String id) {
    employ("chief", "管理员", List.of("camunda-admin"), List.of());
    PlatformBrowser browser = new PlatformBrowser(node);
    browser.signIn(TASKLIST, "chief");
    String query =
        "/engine-rest/user?" + (kind.equals("group") ? "memberOfGroup=" : "memberOfTenant=");
    return json(browser.get(query + id)).findValuesAsText("id");
  }

  private String token(String client) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(platform.issuer() + "/oauth2/token"))
            .header("Authorization", Face.basic(client + ":" + IdentityPlatform.secret(client)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type="
                        + URLEncoder.encode("client_credentials", StandardCharsets.UTF_8)))
            .build();
    try {
      return json(programs.send(request, BodyHandlers.ofString())).path("access_token").asText();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private HttpResponse<String> bearer(String token, String path) {
    return node.send(node.request(path).header("Authorization", "Bearer " + token).GET());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(answer.body(), notJson);
    }
  }
}
