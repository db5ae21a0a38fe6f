package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody can reach, however it is written. */
@FaceTest
class FencesIT {

  private static final Map<String, Object> IN_OR_QUERY =
      Map.of("orQueries", List.of(Map.of("name", "x", "dueAfterExpression", "${now()}")));

  private static final Path CANARY = Path.of("target", "an-expression-was-evaluated");
  private static final String EXPRESSION = "dueAfterExpression";
  private static final String WRITES =
      "${''.getClass().forName('java.io.FileWriter').getConstructor(''.getClass())"
          + ".newInstance('target/an-expression-was-evaluated').close()}";

  @Autowired private Face face;
  @Autowired private IdentityService identity;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine/default/user",
        "/camunda/api/%65ngine/engine/default/user",
        "/camunda/api/engine;x/engine/default/user",
        "/camunda/%61pi/engine/engine/default/user",
        "/%63amunda/api/engine/engine/default/user",
        "/camunda//api/engine/engine/default/user",
        "/camunda/api/aaa/../engine/default/user",
        "/camunda/api/aaa/%2e./engine/default/user",
        "/camunda/api/aaaaa/..;/engine/default/user",
        "/camunda/api;aaaaaa/engine/default/user",
        "/camunda/api////////engine/default/user",
        "/camunda/api/engine/engine/default;x/user",
        "/camunda/api/engine/engine/../engine/default/user",
        "/camunda/api/cockpit/plugin/base/static/../default/process-instance",
        "/camunda/api/aa/../cockpit/plugin/base/default/process-instance"
      })
  void letsNobodyPastTheSignInByWritingThePathAnotherWay(String path) {
    Answer answer = face.get(null, path);
    assertThat(answer.status()).as(answer.toString()).isIn(401, 404);
    assertThat(answer.text("/type")).isEqualTo("Problem");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/setup/default/user/create/",
        "/camunda/api/admin/%73etup/default/user/create",
        "/camunda/api/%61dmin/setup/default/user/create",
        "/camunda/api/admin/setup;x=1/default/user/create",
        "/camunda/api/admin//setup/default/user/create",
        "/camunda/api/admin/./setup/default/user/create",
        "/camunda/api/admin/x/../setup/default/user/create",
        "/camunda/api/admin/x/..;/setup/default/user/create",
        "/camunda/api/aaa/../admin/setup/default/user/create",
        "/camunda/api/admin/setup",
        "/camunda/api/admin/setup/",
        "/camunda/api/admin/setup/no-such-engine/user/create",
        "/camunda/api/admin/setup/..;/setup/default/user/create",
        "/camunda/api/admin/..;/admin/setup/default/user/create",
        "/camunda/api/cockpit/..;/admin/setup/default/user/create",
        "/camunda/api/admin/x/%2e%2e/setup/default/user/create",
        "/camunda/api/admin/x/.%2e/setup/default/user/create",
        "/camunda/api/admin/x/%2E%2E;a=b/setup/default/user/create",
        "/camunda/api/admin/%2e/setup/default/user/create",
        "/camunda/api/admin/setup%2fdefault/user/create",
        "/camunda/api/admin/setup%3bx/default/user/create",
        "/camunda/api/admin/x%5c..%5csetup/default/user/create",
        "/camunda/api/admin/%2573etup/default/user/create",
        "/camunda/api/admin/%252e%252e/admin/setup/default/user/create",
        "/camunda/app/admin/default/setup/../../../api/admin/setup/default/user/create",
        "/camunda/app/..;/api/admin/setup/default/user/create",
        "/camunda/x/../api/admin/setup/default/user/create",
        "/camunda/%2e/api/admin/setup/default/user/create",
        "/camunda;x/api/admin/setup/default/user/create",
        "/camunda/api;x/admin/setup/default/user/create",
        "/camunda/api/admin/setup/default/user;x/create",
        "/engine-rest/../camunda/api/admin/setup/default/user/create",
        "/engine-rest/..;/camunda/api/admin/setup/default/user/create",
        "/api/v1/..;/..;/camunda/api/admin/setup/default/user/create",
        "/x/..;/camunda/api/admin/setup/default/user/create"
      })
  void keepsTheSetupClosed(String path) {
    Map<String, Object> profile = Map.of("id", "intruder", "firstName", "x", "lastName", "x");
    WebSession stranger = new WebSession(face);
    stranger.get("/camunda/app/tasklist/default/");
    Object body = Map.of("profile", profile, "credentials", Map.of("password", "Intruder-1"));
    // not 404: what the container or a door before it makes of a path that is none
    assertThat(stranger.post(path, body).status()).isIn(400, 401, 403, 404);
    assertThat(face.post("admin", path, body).status()).isIn(400, 403, 404);
    assertThat(face.get("admin", "/engine-rest/user?id=intruder").json()).isEmpty();
  }

  @Test
  void theSetupStaysClosedWhenNoAdministratorIsLeft() {
    List<String> administrators =
        identity.createUserQuery().memberOfGroup("camunda-admin").list().stream()
            .map(User::getId)
            .toList();
    assertThat(administrators).isNotEmpty();
    administrators.forEach(one -> identity.deleteMembership(one, "camunda-admin"));
    try {
      WebSession stranger = new WebSession(face);
      assertThat(stranger.get("/camunda/app/admin/default/").body()).doesNotContain("/setup/");
      Object body =
          Map.of(
              "profile",
              Map.of("id", "intruder", "firstName", "x", "lastName", "x"),
              "credentials",
              Map.of("password", "Intruder-1"));
      assertThat(stranger.post("/camunda/api/admin/setup/default/user/create", body).status())
          .isIn(401, 403, 404);
      assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
    } finally {
      administrators.forEach(one -> identity.createMembership(one, "camunda-admin"));
    }
  }

  @Test
  void evaluatesNoExpressionThatACallerSends() {
    for (Object query :
        List.of(
            Map.of("assigneeExpression", "${currentUser()}"),
            IN_OR_QUERY,
            List.of(IN_OR_QUERY),
            Map.of("query", IN_OR_QUERY))) {
      Answer answer = face.post("nyClerk", "/engine-rest/task", query);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("expression-refused");
      assertThat(answer.text("/message")).contains("不接受表达式");
    }
    assertThat(face.post("nyClerk", "/engine-rest/task/count", IN_OR_QUERY).status())
        .isEqualTo(400);
    assertThat(face.get("nyClerk", "/engine-rest/task?dueAfter%45xpression=%24%7Bnow()%7D").code())
        .isEqualTo("expression-refused");
    String escaped = "{\"orQueries\":[{\"dueAfter\\u0045xpression\":\"${now()}\"}]}";
    assertThat(face.postText("nyClerk", "/engine-rest/task", escaped).code())
        .isEqualTo("expression-refused");
    Answer nameless =
        face.send(
            face.request("nyClerk", "/engine-rest/task")
                .POST(BodyPublishers.ofString(face.text(IN_OR_QUERY))));
    assertThat(nameless.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void evaluatesNoExpressionWhereverAQueryMayStand(String path, Object body) {
    for (String person : List.of("nyClerk", "nySupervisor", "nyRelease", "admin")) {
      Answer answer = face.post(person, "/engine-rest" + path, body);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.code()).as(answer.toString()).isEqualTo("expression-refused");
    }
    WebSession admin = WebSession.atWelcome(face, "admin");
    Answer onScreens = admin.post("/camunda/api/engine/engine/default" + path, body);
    assertThat(onScreens.code()).as(onScreens.toString()).isEqualTo("expression-refused");
    assertThat(CANARY).doesNotExist();
  }

  static Stream<Arguments> queries() {
    Map<String, Object> or =
        Map.of("orQueries", List.of(Map.of("orQueries", List.of(Map.of(EXPRESSION, WRITES)))));
    Map<String, Object> filter =
        Map.of("resourceType", "Task", "name", "x", "query", or, "properties", Map.of());
    return Stream.of(
        Arguments.of("/task", Map.of(EXPRESSION, WRITES)),
        Arguments.of("/task", or),
        Arguments.of("/task/count", or),
        Arguments.of("/task/report/candidate-group-count", or),
        Arguments.of("/filter/create", filter),
        Arguments.of("/filter/create", Map.of("resourceType", "Task", "query", List.of(or))),
        Arguments.of("/filter/any/list", or),
        Arguments.of("/filter/any/count", or),
        Arguments.of("/filter/any/singleResult", or),
        Arguments.of("/process-instance/delete", Map.of("processInstanceQuery", or)),
        Arguments.of("/process-instance/suspended-async", Map.of("processInstanceQuery", or)),
        Arguments.of(
            "/process-instance/delete-historic-query-based",
            Map.of("historicProcessInstanceQuery", or)),
        Arguments.of("/process-instance/variables-async", Map.of("processInstanceQuery", or)),
        Arguments.of("/process-instance/message-async", Map.of("processInstanceQuery", or)),
        Arguments.of("/process-instance/job-retries", Map.of("processInstanceQuery", or)),
        Arguments.of("/modification/executeAsync", Map.of("processInstanceQuery", or)),
        Arguments.of("/migration/executeAsync", Map.of("processInstanceQuery", or)),
        Arguments.of("/job/retries", Map.of("jobQuery", or)),
        Arguments.of("/external-task/retries-async", Map.of("externalTaskQuery", or)),
        Arguments.of("/history/task", or),
        Arguments.of("/history/process-instance", or),
        Arguments.of(
            "/history/process-instance/delete", Map.of("historicProcessInstanceQuery", or)),
        Arguments.of("/history/decision-instance/delete", Map.of("query", or)),
        Arguments.of("/history/variable-instance", Map.of("x", or)),
        Arguments.of("/decision-definition/key/promised-limit/evaluate", or),
        Arguments.of("/condition", Map.of("variables", or)),
        Arguments.of("/message", or),
        Arguments.of("/user", or),
        Arguments.of("/group", or));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/signal",
        "/message",
        "/condition",
        "/execution/any/signal",
        "/execution/any/messageSubscriptions/message_withdrawn/trigger",
        "/engine/default/execution/any/signal"
      })
  void whatModelsWaitForIsSentByTheSystem(String path) {
    Answer answer = face.post("admin", "/engine-rest" + path, Map.of());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("events-by-system");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE"})
  void readsABodyInEveryWritingThatTheEngineWouldRead(String charset) {
    Answer answer =
        face.send(
            face.request("nyClerk", "/engine-rest/task")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofByteArray(
                        face.text(IN_OR_QUERY).getBytes(Charset.forName(charset)))));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded, application/json",
        "multipart/form-data;application/json",
        "application/octet-stream",
        "text/plain",
        "application/hal+json"
      })
  void readsNoQueryUnderAnotherName(String type) {
    for (String path : List.of("/engine-rest/task", "/engine-rest/filter/create")) {
      Answer answer =
          face.send(
              face.request("nyClerk", path)
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString(face.text(IN_OR_QUERY))));
      assertThat(answer.status()).as(answer.toString()).isIn(400, 415);
    }
  }

  @Test
  void keepsNoFilterThatHoldsAnExpression() {
    Map<String, Object> filter =
        Map.of("resourceType", "Task", "name", "with an expression", "query", IN_OR_QUERY);
    face.post("admin", "/engine-rest/filter/create", filter);
    assertThat(face.get("admin", "/engine-rest/filter?nameLike=with%25").json()).isEmpty();
  }

  @Test
  void evaluatesNoExpressionInTheWebApplicationsEither() {
    WebSession clerk = WebSession.of(face, "nyClerk");
    Answer answer = clerk.post("/camunda/api/engine/engine/default/task", IN_OR_QUERY);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("expression-refused");
    assertThat(clerk.post("/camunda/api/engine/engine/default/task", Map.of()).status())
        .isEqualTo(200);
  }

  @Test
  void letsNobodyRewriteWhatTheSystemRecords() {
    Map<String, Object> backdated =
        Map.of("modifications", Map.of("clockStartsAt", Map.of("value", "2026-12-31T09:00:00")));
    Answer many = face.post("nyClerk", "/engine-rest/task/any/variables", backdated);
    assertThat(many.status()).isEqualTo(403);
    assertThat(many.code()).isEqualTo("kept-variable");
    for (String place :
        List.of(
            "task/any/variables", "task/any/localVariables", "process-instance/any/variables")) {
      Answer deleted =
          face.post(
              "nyClerk", "/engine-rest/" + place, Map.of("deletions", List.of("x", "fireOpinion")));
      assertThat(deleted.code()).as(place).isEqualTo("kept-variable");
    }
    Answer one =
        face.send(
            face.request("nyClerk", "/engine-rest/process-instance/any/variables/licence%4Eo")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"value\":\"1\"}")));
    assertThat(one.code()).isEqualTo("kept-variable");
    assertThat(one.text("/message")).contains("由系统记录");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "null", "1", "{'a':1}"})
  void saysThatABodyIsNotSuchJson(String body) {
    Answer answer = face.postText("nyClerk", "/engine-rest/task", body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.text("/message")).containsPattern("\\p{IsHan}");
  }

  @Test
  void readsNoBodyWithoutEnd() {
    for (String path : List.of("/engine-rest/task", "/api/v1/cases")) {
      assertThat(face.postText("nyClerk", path, "[".repeat(20_000)).status()).isEqualTo(400);
    }
  }
}
