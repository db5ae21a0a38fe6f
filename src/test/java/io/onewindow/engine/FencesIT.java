package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody can reach, however it is written. */
@FaceTest
class FencesIT {

  private static final Map<String, Object> IN_OR_QUERY =
      Map.of("orQueries", List.of(Map.of("name", "x", "dueAfterExpression", "${now()}")));

  @Autowired private Face face;

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
        "/camunda/api/admin/setup"
      })
  void keepsTheSetupClosed(String path) {
    Map<String, Object> profile = Map.of("id", "intruder", "firstName", "x", "lastName", "x");
    WebSession stranger = new WebSession(face);
    stranger.get("/camunda/app/tasklist/default/");
    Object body = Map.of("profile", profile, "credentials", Map.of("password", "Intruder-1"));
    assertThat(stranger.post(path, body).status()).isEqualTo(404);
    assertThat(face.post("admin", path, body).status()).isEqualTo(404);
    assertThat(face.get("admin", "/engine-rest/user?id=intruder").json()).isEmpty();
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
