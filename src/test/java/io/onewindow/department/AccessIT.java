package io.onewindow.department;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody gets in by default, and whoever is in sees and does what is theirs. */
@FaceTest
class AccessIT {

  private static final String DEPLOYMENT =
      """
      --limit\r
      Content-Disposition: form-data; name="data"; filename="x.bpmn"\r
      \r
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">\
      <process id="x" isExecutable="true"/></definitions>\r
      --limit--\r
      """;

  @Autowired private Face face;
  @Autowired private Hall hall;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/task",
        "/user",
        "/version",
        "/engine",
        "/engine/",
        "/engine/default/task",
        "/process-definition",
        "/history/task",
        "/no-such-thing",
        "/%74ask"
      })
  void asksWhoIsCallingTheEngine(String path) {
    Answer answer = face.get(null, "/engine-rest" + path);
    assertThat(answer.status()).as(answer.toString()).isIn(401, 404);
    assertThat(answer.body()).doesNotContain("default", "7.24");
    if (answer.status() == 401) {
      assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
      assertThat(answer.text("/type")).isEqualTo("Problem");
      assertThat(answer.code()).isEqualTo("login-required");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/limits", "/api/v1/landing", "/"})
  void showsEverybodyWhatIsPublic(String path) {
    assertThat(face.get(null, path).status()).isEqualTo(200);
  }

  @Test
  void letsNoClerkDeployAModel() {
    assertThat(deploy(null).status()).isEqualTo(401);
    for (String person : List.of("nyClerk", "nySupervisor", "nyTrainer")) {
      Answer answer = deploy(person);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text("/message")).isEqualTo("您没有办理此项操作的权限。");
    }
  }

  @Test
  void letsNoClerkManagePeople() {
    Object person =
        Map.of(
            "profile", Map.of("id", "friend", "firstName", "x", "lastName", "x"),
            "credentials", Map.of("password", "x"));
    assertThat(face.post("nyClerk", "/engine-rest/user/create", person).status()).isEqualTo(403);
    Object promotion =
        Map.of(
            "type",
            1,
            "permissions",
            List.of("ALL"),
            "userId",
            "nyClerk",
            "resourceType",
            0,
            "resourceId",
            "*");
    assertThat(face.post("nyClerk", "/engine-rest/authorization/create", promotion).status())
        .isEqualTo(403);
    assertThat(
            face.send(
                    face.request("nyClerk", "/engine-rest/group/camunda-admin/members/nyClerk")
                        .PUT(BodyPublishers.noBody()))
                .status())
        .isEqualTo(403);
  }

  @Test
  void showsNobodyAnotherCountysWork() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
    for (String list :
        List.of(
            "/task",
            "/process-instance",
            "/variable-instance",
            "/job",
            "/history/task",
            "/history/process-instance",
            "/history/variable-instance")) {
      for (String person : List.of("sxClerk", "sxTax", "sxSupervisor", "lcTrainer")) {
        assertThat(face.get(person, "/engine-rest" + list).json()).as(person + list).isEmpty();
      }
    }
    assertThat(face.get("sxSupervisor", "/engine-rest/history/user-operation").body())
        .doesNotContain("nyClerk");
    for (String one : List.of("", "/variables", "/activity-instances")) {
      assertThat(
              face.get("sxSupervisor", "/engine-rest/process-instance/" + theCase.getId() + one)
                  .status())
          .isIn(403, 404);
    }
    assertThat(face.get("nySupervisor", "/engine-rest/task").json()).hasSize(1);
  }

  @Test
  void letsNobodyChangeACaseBesideItsTasks() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
    String path = "/engine-rest/process-instance/" + theCase.getId();
    for (String person : List.of("nyClerk", "nyTax", "nySupervisor")) {
      assertThat(face.send(face.request(person, path).DELETE()).status()).isIn(403, 404);
      assertThat(
              face.post(
                      person,
                      path + "/variables",
                      Map.of("modifications", Map.of("category", Map.of("value", "complex"))))
                  .status())
          .isIn(403, 404);
    }
  }

  private Answer deploy(String person) {
    return face.send(
        face.request(person, "/engine-rest/deployment/create")
            .header("Content-Type", "multipart/form-data; boundary=limit")
            .POST(BodyPublishers.ofString(DEPLOYMENT)));
  }
}
