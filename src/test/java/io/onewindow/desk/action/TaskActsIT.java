package io.onewindow.desk.action;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.face.Answer;
import io.onewindow.face.Crowd;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import io.onewindow.story.Hall;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The officers' acts over HTTP: for other programs, and in a session of Tasklist. */
@FaceTest
class TaskActsIT {

  private static final String REVIEW = "审查名称住所";

  @Autowired private Hall hall;
  @Autowired private Face face;

  private ProcessInstance theCase;
  private String task;

  @BeforeEach
  void aCompanyIsUnderReview() {
    hall.itIs("2026-09-15T09:00");
    theCase =
        hall.starts(
            "nyClerk",
            "company-registration",
            with(tradingCompany(), Map.of("additionalPremises", "二号仓库")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    task = hall.task("nyApproval", theCase, REVIEW).getId();
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  private String acts() {
    return "/api/v1/tasks/" + task + "/actions";
  }

  private static Map<String, Object> order(String action) {
    return Map.of("action", action, "reason", "系统对接测试");
  }

  @Test
  void letsNobodyActWhoMayNot() {
    assertThat(face.post(null, acts(), order("CLAIM")).status()).isEqualTo(401);
    assertThat(face.post("hkApproval", acts(), order("CLAIM")).status()).isEqualTo(404);
    assertThat(face.post("nyTax", acts(), order("CLAIM")).status()).isEqualTo(404);
    Answer supervisor = face.post("nySupervisor", acts(), order("CLAIM"));
    assertThat(supervisor.status()).isEqualTo(403);
    assertThat(supervisor.code()).isEqualTo("other-function");
    assertThat(face.get("nySupervisor", acts()).json().at("/acts")).isEmpty();
    assertThat(face.get("hkApproval", acts()).status()).isEqualTo(404);
  }

  @Test
  void namesTheFieldThatIsWrong() {
    Answer noReason = face.post("nyApproval", acts(), Map.of("action", "CLAIM"));
    assertThat(noReason.status()).isEqualTo(400);
    assertThat(noReason.contentType()).startsWith("application/problem+json");
    assertThat(noReason.fields()).containsExactly("reason");
    assertThat(face.post("nyApproval", acts(), Map.of("reason", "无")).fields())
        .containsExactly("action");
    assertThat(face.postText("nyApproval", acts(), "{").status()).isEqualTo(400);
    assertThat(face.postText("nyApproval", acts(), "null").status()).isEqualTo(400);
    Answer stranger =
        face.post(
            "nyApproval",
            acts(),
            Map.of("action", "DELEGATE", "person", "hkApproval", "reason", "外出"));
    assertThat(stranger.fields()).containsExactly("person");
    Answer nowhere =
        face.post(
            "nyApproval", acts(), Map.of("action", "RETURN", "step", "x${1}", "reason", "更正"));
    assertThat(nowhere.fields()).containsExactly("step");
    Answer own =
        face.post(
            "nyApproval",
            acts(),
            Map.of("action", "CONSULT", "groups", List.of("approval"), "reason", "请提意见"));
    assertThat(own.fields()).containsExactly("groups");
    assertThat(
            face.post("nyApproval", acts(), Map.of("action", "CLAIM", "reason", "长".repeat(1001)))
                .fields())
        .containsExactly("reason");
  }

  @Test
  void letsOnlyOneOfManyClaim() {
    List<Answer> answers = Crowd.of(6, () -> face.post("nyApproval", acts(), order("CLAIM")));
    assertThat(answers).extracting(Answer::status).containsOnly(204, 409);
    assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
    var log = face.get("nyApproval", "/api/v1/cases/" + theCase.getBusinessKey() + "/actions");
    assertThat(log.json()).hasSize(1);
    assertThat(log.text("/0/face")).isEqualTo("api");
    assertThat(log.text("/0/address")).isNotBlank();
    assertThat(log.text("/0/reason")).isEqualTo("系统对接测试");
  }

  @Test
  void recordsTasklistsOwnButtonsAndClosesWhatAsksForNoReason() {
    String engines = "/engine-rest/task/" + task;
    Map<String, Object> me = Map.of("userId", "nyApproval");
    assertThat(face.post("nyApproval", engines + "/claim", me).status()).isEqualTo(204);
    hall.itIs("2026-09-15T09:05");
    assertThat(face.post("nyApproval", engines + "/unclaim", Map.of()).status()).isEqualTo(204);
    hall.itIs("2026-09-15T09:10");
    WebSession officer = WebSession.of(face, "nyApproval");
    String screen = "/camunda/api/engine/engine/default/task/" + task;
    assertThat(officer.post(screen + "/claim", me).status()).isEqualTo(204);
    var log = face.get("nyApproval", "/api/v1/cases/" + theCase.getBusinessKey() + "/actions");
    assertThat(log.json().findValuesAsText("face")).containsExactly("api", "api", "webapps");
    assertThat(log.json().findValuesAsText("reason"))
        .containsExactly("在任务列表中认领", "在任务列表中放回部门待办", "在任务列表中认领");
    for (Map<String, String> whom :
        List.of(Map.of("userId", "nyPolice"), Map.<String, String>of())) {
      assertThat(face.post("nyApproval", engines + "/claim", whom).status()).isEqualTo(403);
      assertThat(officer.post(screen + "/claim", whom).status()).isEqualTo(403);
    }
    assertThat(face.post("admin", engines + "/unclaim", Map.of()).text("/message"))
        .contains("只能由其本人放回");
    assertThat(face.get("nyApproval", engines).text("/assignee")).isEqualTo("nyApproval");
    for (String way : List.of("/assignee", "/delegate", "/resolve", "/identity-links")) {
      Answer refused = face.post("nyApproval", engines + way, me);
      assertThat(refused.status()).as(way).isEqualTo(403);
      assertThat(refused.text("/message")).contains("办理动作");
      assertThat(officer.post(screen + way, me).status()).as(way).isEqualTo(403);
    }
    ObjectNode whole = (ObjectNode) face.get("nyApproval", engines).json();
    whole.put("followUp", "2026-09-16T09:00:00.000+0800");
    Answer followed = face.put("nyApproval", engines, whole);
    assertThat(followed.status()).as(followed.toString()).isEqualTo(204);
    whole.put("due", "2030-01-01T00:00:00.000+0800");
    Answer rewritten = face.put("nyApproval", engines, whole);
    assertThat(rewritten.status()).isEqualTo(403);
    assertThat(face.put("nyApproval", engines, whole.put("due", "soon")).status()).isEqualTo(400);
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-15T14:30");
  }

  @Test
  void returnsToTheWindowWithoutStartingTheCasesClockAgain() {
    Answer offered = face.get("nyApproval", acts());
    assertThat(offered.json().at("/steps").findValuesAsText("name")).containsExactly("收件与受理（从头办理）");
    String due = "/clocks/1/story/dueAt";
    String timeline = "/api/v1/cases/" + theCase.getBusinessKey() + "/timeline";
    String before = face.get("nyClerk", timeline).text(due);
    hall.itIs("2026-09-15T10:00");
    assertThat(
            face.post(
                    "nyApproval",
                    acts(),
                    Map.of(
                        "action",
                        "RETURN",
                        "step",
                        "callActivity_receiveAndAccept",
                        "reason",
                        "住所证明缺页"))
                .status())
        .isEqualTo(204);
    assertThat(hall.openTasks(theCase)).containsExactly("审查申请材料");
    assertThat(face.post("nyApproval", acts(), order("CLAIM")).status()).isEqualTo(409);
    hall.itIs("2026-09-15T11:00");
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    assertThat(hall.openTasks(theCase)).containsExactly(REVIEW);
    assertThat(face.get("nyClerk", timeline).text(due)).isEqualTo(before).isNotBlank();
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-15T14:30");
  }

  @Test
  void withdrawsOnceHoweverOftenItIsAsked() {
    String path = "/api/v1/cases/" + theCase.getBusinessKey() + "/withdrawal";
    assertThat(face.post("nyTax", path, Map.of("reason", "申请人变更计划")).status()).isEqualTo(403);
    assertThat(face.post("hkClerk", path, Map.of("reason", "申请人变更计划")).status()).isEqualTo(404);
    assertThat(face.post("nyClerk", path, Map.of()).fields()).containsExactly("reason");
    Answer first = withdraw(path, "k-1", "申请人变更计划");
    Answer again = withdraw(path, "k-1", "申请人变更计划");
    assertThat(first.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(first.text("/stateName")).isEqualTo("已撤回");
    assertThat(withdraw(path, "k-1", "别的理由").status()).isEqualTo(409);
    assertThat(withdraw(path, "k-2", "申请人变更计划").code()).isEqualTo("not-withdrawable");
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.openTasks(theCase)).isEmpty();
  }

  @Test
  void refusesToWithdrawWhatIsDecided() {
    hall.completes("nyApproval", theCase, REVIEW, Map.of("registrationDecision", "grant"));
    Answer late =
        face.post(
            "nyClerk",
            "/api/v1/cases/" + theCase.getBusinessKey() + "/withdrawal",
            Map.of("reason", "申请人变更计划"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("/detail")).contains("已作出决定");
  }

  private Answer withdraw(String path, String key, String reason) {
    return face.send(
        face.request("nyClerk", path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(face.text(Map.of("reason", reason)))));
  }

  @Test
  void putsADeputyInAndReassignsForSupervisorsOnly() {
    face.post("nyApproval", acts(), order("CLAIM"));
    Map<String, Object> deputy =
        Map.of("deputy", "nyTax", "from", "2026-09-15", "to", "2026-09-16", "reason", "外出开会");
    for (String key : List.of("from", "to")) {
      Map<String, Object> never = new HashMap<>(deputy);
      never.put(key, key.equals("to") ? "+999999999-12-31" : "-999999999-01-01");
      Answer refused = face.post("nyApproval", "/api/v1/deputies", never);
      assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
      assertThat(refused.fields()).containsExactly(key);
      assertThat(refused.body()).contains("应在 2000 年至 2099 年之间").doesNotContain("必填");
    }
    Answer made = face.post("nyApproval", "/api/v1/deputies", deputy);
    assertThat(made.status()).isEqualTo(201);
    assertThat(face.post("nyApproval", "/api/v1/deputies", deputy).code())
        .isEqualTo("deputy-already");
    assertThat(hall.listOf("nyTax")).containsExactly(REVIEW);
    assertThat(face.get("nyTax", acts()).json().at("/acts")).isNotEmpty();
    Map<String, Object> moved = Map.of("from", "nyTax", "to", "nyApproval", "reason", "均衡");
    assertThat(face.post("nyTax", "/api/v1/reassignments", moved).status()).isEqualTo(403);
    assertThat(face.get("hkSupervisor", "/api/v1/reassignments?from=nyTax").json()).isEmpty();
    assertThat(face.get("nySupervisor", "/api/v1/reassignments?from=nyTax").json()).hasSize(1);
    Answer cancelled =
        face.post(
            "nyApproval",
            "/api/v1/deputies/" + made.text("/id") + "/cancellation",
            Map.of("reason", "提前返回"));
    assertThat(cancelled.status()).isEqualTo(204);
    assertThat(hall.listOf("nyTax")).isEmpty();
    assertThat(face.get("nyApproval", acts()).text("/assignee")).contains("nyApproval");
  }

  @Test
  void theSessionNeedsItsTokenAndRefusalsAreInChinese() {
    String path = "/camunda/api/tasklist/plugin/onewindow-desk/default/task/" + task + "/actions";
    WebSession officer = WebSession.of(face, "nyApproval");
    assertThat(officer.get(path).text("/acts/0/action")).isEqualTo("CLAIM");
    assertThat(officer.post(path, order("CLAIM")).status()).isEqualTo(204);
    Answer twice = officer.post(path, order("CLAIM"));
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.text("/message")).isEqualTo("不能认领：任务已由您认领。");
    Answer basic =
        face.send(
            face.request("nyApproval", path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(face.text(order("RELEASE")))));
    assertThat(basic.status()).isIn(401, 403);
    assertThat(officer.get("/camunda/api/tasklist/plugin/onewindow-desk/default/desk").text("/me"))
        .isEqualTo("nyApproval");
    assertThat(
            face.get("nyApproval", "/api/v1/cases/" + theCase.getBusinessKey() + "/actions")
                .text("/0/face"))
        .isEqualTo("tasklist");
  }
}
