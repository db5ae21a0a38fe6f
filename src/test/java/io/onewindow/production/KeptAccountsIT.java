package io.onewindow.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.database.OnPostgres;
import io.onewindow.database.Postgres;
import io.onewindow.face.Face;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Passwords kept here, in production: rules for them, and the first one is one's own. */
@OnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptAccountsIT {

  private static final String CHIEF = "chief";
  private static final String GIVEN = "Given-by-0thers";
  private static final String OWN = "My-0wn-secret-x";

  private Node node;

  @BeforeAll
  void start() {
    String database = Postgres.newDatabase();
    Map<String, String> settings =
        Map.of(
            "ONEWINDOW_SIGNIN_CHANGEINITIALPASSWORD",
            "true",
            "ONEWINDOW_ADMINISTRATOR_ID",
            CHIEF,
            "ONEWINDOW_ADMINISTRATOR_PASSWORD",
            TwoNodesIT.PASSWORD);
    assertThat(
            Node.run(
                "accounts-weak",
                database,
                Map.of(
                    "ONEWINDOW_ADMINISTRATOR_ID",
                    CHIEF,
                    "ONEWINDOW_ADMINISTRATOR_PASSWORD",
                    "all-of-one-kind"),
                "create-schema"))
        .isEqualTo(1);
    assertThat(Node.printed("accounts-weak"))
        .contains("onewindow.administrator.password：", "大写字母")
        .doesNotContain("\tat ");
    assertThat(Node.run("accounts-schema", database, settings, "create-schema")).isZero();
    NodeRole.grant(database);
    node = new Node("accounts", database, settings);
    node.start();
    node.awaitReady();
  }

  @AfterAll
  void end() {
    node.kill();
  }

  @Test
  void aWeakPasswordIsRefusedWithTheRules() {
    HttpResponse<String> weak = create("lisi", "short");
    assertThat(weak.statusCode()).as(weak.body()).isEqualTo(400);
    assertThat(weak.body()).contains("password-weak", "不少于 10 个字符", "大写字母");
    assertThat(create("wangwu", "Ab1-wangwu-2026").statusCode()).as("the id in it").isEqualTo(400);
  }

  @Test
  void aPasswordThatSomebodyElseHasSetOnlyServesToSetOnesOwn() {
    assertThat(create("zhangsan", GIVEN).statusCode()).isEqualTo(204);
    HttpResponse<String> basic = tasks("zhangsan", GIVEN);
    assertThat(basic.statusCode()).as(basic.body()).isEqualTo(403);
    assertThat(basic.body()).contains("initial-password", "/password.html");
    HttpResponse<String> form = signIn("zhangsan", GIVEN);
    assertThat(form.statusCode()).as(form.body()).isEqualTo(403);
    assertThat(form.body()).contains("initial-password");
    assertThat(change("zhangsan", "wrong", OWN).statusCode()).isEqualTo(401);
    assertThat(change("zhangsan", GIVEN, "weak").body()).contains("password-weak");
    assertThat(change("zhangsan", GIVEN, OWN).statusCode()).isEqualTo(204);
    assertThat(tasks("zhangsan", OWN).statusCode()).isEqualTo(200);
    assertThat(tasks("zhangsan", GIVEN).statusCode()).isEqualTo(401);
    assertThat(reset("zhangsan", GIVEN).statusCode()).isEqualTo(204);
    assertThat(tasks("zhangsan", GIVEN).body()).contains("initial-password");
  }

  @Test
  void nothingWithoutDeclaringIsDemo() {
    HttpResponse<String> landing = node.send(node.request("/api/v1/landing").GET());
    assertThat(landing.body()).contains("\"signIn\":\"accounts\"", "\"demoPeople\":[]");
    assertThat(node.send(node.request("/sign-in").GET()).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> create(String person, String password) {
    return send(
        "POST",
        "/engine-rest/user/create",
        Map.of(
            "profile",
            Map.of("id", person, "firstName", "宁阳", "lastName", "窗口"),
            "credentials",
            Map.of("password", password)));
  }

  private HttpResponse<String> reset(String person, String password) {
    return send(
        "PUT",
        "/engine-rest/user/" + person + "/credentials",
        Map.of("password", password, "authenticatedUserPassword", TwoNodesIT.PASSWORD));
  }

  private HttpResponse<String> send(String method, String path, Object body) {
    return node.send(
        node.request(CHIEF, path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(text(body))));
  }

  private HttpResponse<String> tasks(String person, String password) {
    return node.send(
        node.request("/engine-rest/task")
            .header("Authorization", Face.basic(person + ":" + password))
            .GET());
  }

  private HttpResponse<String> signIn(String person, String password) {
    return new Browser().signIn(node, person, password);
  }

  private HttpResponse<String> change(String person, String password, String wanted) {
    return node.send(
        node.request("/api/v1/password")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    text(Map.of("user", person, "password", password, "newPassword", wanted)))));
  }

  private static String text(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
