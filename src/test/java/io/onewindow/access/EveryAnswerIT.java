package io.onewindow.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What holds for every request and every answer, whatever it is about. */
@FaceTest
class EveryAnswerIT {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Autowired private Face face;
  @Autowired private IdentityService identity;
  @Autowired private Map<String, RequestMappingInfoHandlerMapping> mappings;

  @Test
  void anotherSiteCanMakeABrowserChangeNothing() {
    Set<String> changing = new TreeSet<>();
    mappings.values().forEach(mapping -> add(changing, mapping));
    for (String face : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
      changing.add("POST " + face + "/task/x/complete");
      changing.add("PUT " + face + "/process-instance/x/variables/x");
      changing.add("DELETE " + face + "/process-instance/x");
      changing.add("POST " + face + "/deployment/create");
      changing.add("PUT " + face + "/user/x/credentials");
    }
    changing.add("POST /camunda/api/admin/auth/user/default/login/tasklist");
    changing.add("POST /camunda/api/admin/auth/user/default/logout");
    assertThat(changing).hasSizeGreaterThan(40);
    for (String one : changing) {
      String[] parts = one.split(" ", 2);
      Answer answer =
          face.send(
              request("admin", parts[1])
                  .header("Sec-Fetch-Site", "cross-site")
                  .method(parts[0], BodyPublishers.ofString("{}")));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
      assertThat(answer.code()).as(answer.toString()).isEqualTo("foreign-origin");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, none, 200",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "X-Nothing, x, 200",
  })
  void aBrowserSaysWhichPageMadeItAsk(String header, String value, int status) {
    Answer answer =
        face.send(
            request("nyClerk", "/engine-rest/task/count")
                .header(header, value)
                .POST(BodyPublishers.ofString("{}")));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
  }

  @Test
  void anOlderBrowserNamesThePagesAddress() {
    String home = request("nyClerk", "/").build().uri().resolve("/").toString();
    Answer answer =
        face.send(
            request("nyClerk", "/engine-rest/task/count")
                .header("Origin", home.substring(0, home.length() - 1))
                .POST(BodyPublishers.ofString("{}")));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "0123456789ABCDEF0123456789ABCDEF"})
  void aSessionAloneChangesNothing(String token) {
    Map<String, Object> group = Map.of("id", "forgedGroup", "name", "伪造", "type", "WORKFLOW");
    String create = "/camunda/api/engine/engine/default/group/create";
    Answer forged = WebSession.atWelcome(face, "admin").forge(create, group, token);
    assertThat(forged.status()).as(forged.toString()).isEqualTo(403);
    assertThat(identity.createGroupQuery().groupId("forgedGroup").count()).isZero();
    // the session of the forged one is over
    try {
      Answer own = WebSession.atWelcome(face, "admin").post(create, group);
      assertThat(own.status()).as("with its own token").isEqualTo(204);
    } finally {
      identity.deleteGroup("forgedGroup");
    }
  }

  @Test
  void aSessionOfTheScreensOpensNoOtherDoor() {
    WebSession session = WebSession.of(face, "nyClerk");
    assertThat(session.post("/engine-rest/task/count", Map.of()).status()).isEqualTo(401);
    assertThat(session.get("/api/v1/cases?q=xxxx").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search.html",
        "/laboratory/",
        "/progress",
        "/api/v1/limits?jurisdiction=ningyang",
        "/api/v1/cases?q=xxxx",
        "/engine-rest/task",
        "/actuator/health",
        "/no-such-page",
        "/camunda/app/tasklist/default/",
        "/camunda/api/engine/engine/default/task"
      })
  void keepsBrowsersToTheTypeAndOutOfFrames(String path) {
    for (String person : new String[] {null, "nyClerk"}) {
      Answer answer = face.get(person, path);
      assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      if (!path.startsWith("/camunda/api/")) {
        assertThat(answer.header("Content-Security-Policy"))
            .as(path)
            .contains("frame-ancestors 'none'")
            .containsPattern("(object|default)-src 'none'");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/cases?q=xxxx", "/api/v1/figures/kept", "/engine-rest/task", "/progress"})
  void leavesNoCopyOfWhatIsAboutCases(String path) {
    for (String person : List.of("nyClerk", "nySupervisor")) {
      assertThat(face.get(person, path).header("Cache-Control")).as(path).contains("no-store");
    }
  }

  private HttpRequest.Builder request(String person, String path) {
    return face.request(person, path).header("Content-Type", "application/json");
  }

  private static void add(Set<String> all, RequestMappingInfoHandlerMapping mapping) {
    mapping
        .getHandlerMethods()
        .keySet()
        .forEach(
            info -> {
              for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                if (!READING.contains(method.name())) {
                  info.getPatternValues().forEach(path -> all.add(method + " " + filled(path)));
                }
              }
            });
  }

  private static String filled(String path) {
    return path.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "x");
  }
}
