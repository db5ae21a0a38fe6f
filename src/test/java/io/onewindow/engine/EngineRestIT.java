package io.onewindow.engine;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Crowd;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FaceTest
@OnBothDatabases
class EngineRestIT {

  private static final Map<String, Object> TAX =
      Map.of("taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456");

  @Autowired private Face face;
  @Autowired private Hall hall;

  private ProcessInstance theCase;
  private String task;

  @BeforeEach
  void aTaskStandsAtTheTaxOffice() {
    hall.itIs("2026-09-15T10:00");
    theCase =
        hall.starts(
            "nyClerk", "company-registration", with(tradingCompany(), Map.of("taxChoice", "now")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    task = hall.task("nyTax", theCase, "办理涉税事项").getId();
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void showsEachPersonOnlyTheirOwnTasks() {
    assertThat(tasksOf("nyTax")).containsExactly("办理涉税事项");
    assertThat(tasksOf("nyClerk")).isEmpty();
    assertThat(tasksOf("sxTax")).isEmpty();
    assertThat(face.get("sxTax", "/engine-rest/task/" + task).status()).isEqualTo(404);
    assertThat(face.get("nyPolice", "/engine-rest/task/" + task).status()).isIn(403, 404);
  }

  @Test
  void letsNobodyCompleteWhatIsNotTheirs() {
    for (String person : List.of("sxTax", "nyClerk", "nyPolice", "nySupervisor", "lcSupervisor")) {
      Answer answer = complete(person, TAX);
      assertThat(answer.status()).as(answer.toString()).isIn(403, 404);
      assertThat(answer.text("/type")).isEqualTo("Problem");
      assertThat(answer.text("/message")).containsPattern("\\p{IsHan}");
      assertThat(answer.json().path("fields").isArray()).isTrue();
    }
    assertThat(hall.listOf("nyTax")).containsExactly("办理涉税事项");
  }

  @Test
  void refusesARightForEverybodyThatNamesAGroup() {
    Map<String, Object> right = Map.of("type", 0, "groupId", "tax", "resourceType", 7);
    Answer answer = face.post("admin", "/engine-rest/authorization/create", right);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
  }

  @Test
  void saysWhichConditionsOfJobsTheEngineCannotJoin() {
    Answer answer = face.post("admin", "/engine-rest/job", Map.of("jobId", "j", "activityId", "a"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("conditions-exclusive");
    assertThat(answer.text("/message")).contains("jobId", "activityId", "其中一个");
  }

  @Test
  void saysThatAQueryThatCannotBeIsTheCallersFault() {
    Map<String, Object> exclusive =
        Map.of("rootProcessInstances", true, "superProcessInstance", "any");
    Answer answer =
        face.post(
            "admin",
            "/engine-rest/modification/executeAsync",
            Map.of("processDefinitionId", "any", "processInstanceQuery", exclusive));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.text("/message")).contains("系统未作任何更改");
  }

  @Test
  void tellsWhoComesSecondThatTheTaskIsClosed() {
    assertThat(complete("nyTax", TAX).status()).isEqualTo(204);
    Answer again = complete("nyTax", TAX);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("task-closed");
    assertThat(again.text("/message"))
        .contains("“办理涉税事项”已于 2026-09-15 10:00 办结", "意见只出具一次（", "附件一(四)");
    assertThat(again.text("/message")).endsWith("您填写的内容没有提交。");
    Answer form = face.post("nyTax", path("submit-form"), variables(TAX));
    assertThat(form.status()).isEqualTo(409);
    assertThat(form.code()).isEqualTo("task-closed");
  }

  @Test
  void tellsWhoClaimsSecondThatSomebodyHasIt() {
    Answer first = face.post("nyTax", path("claim"), Map.of("userId", "nyTax"));
    assertThat(first.status()).as(first.toString()).isEqualTo(204);
    Answer second = face.post("admin", path("claim"), Map.of("userId", "admin"));
    assertThat(second.status()).as(second.toString()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("claimed-already");
  }

  @Test
  void namesTheFieldsOfAFormThatBreaksItsRulesAndKeepsTheTaskOpen() {
    for (String how : List.of("complete", "submit-form")) {
      Answer answer =
          face.post(
              "nyTax", path(how), variables(Map.of("taxpayerType", "huge", "ukeyNo", "UK123456")));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("field-refused");
      assertThat(answer.fields()).containsExactlyInAnyOrder("taxpayerType", "invoiceKind");
    }
    assertThat(hall.listOf("nyTax")).containsExactly("办理涉税事项");
  }

  @RepeatedTest(3)
  void letsOneOfTwentyCompleteATask() {
    // who is not signed in yet has not twenty tries at the same moment
    assertThat(face.get("nyTax", "/engine-rest/task/" + task).status()).isEqualTo(200);
    List<Answer> answers = Crowd.of(20, () -> complete("nyTax", TAX));
    Map<Integer, Long> statuses =
        answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    assertThat(statuses).as(answers.toString()).isEqualTo(Map.of(204, 1L, 409, 19L));
    assertThat(hall.openTasks(theCase)).containsExactly("统一出件");
  }

  @Test
  void endsATaskByCompletionOnly() {
    Answer error = face.post("nyTax", path("bpmnError"), Map.of("errorCode", "skip"));
    assertThat(error.status()).as(error.toString()).isEqualTo(409);
    assertThat(error.code()).isEqualTo("error-not-modelled");
    assertThat(hall.listOf("nyTax")).containsExactly("办理涉税事项");
  }

  @Test
  void startsACaseFromReceptionOnly() {
    Answer answer =
        face.post(
            "nyClerk",
            "/engine-rest/process-definition/key/company-registration/start",
            Map.of(
                "skipCustomListeners",
                true,
                "startInstructions",
                List.of(Map.of("type", "startBeforeActivity", "activityId", "userTask_handOut"))));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("start-refused");
  }

  @Test
  void asksForTheJurisdictionAsText() {
    Answer answer =
        face.post(
            "nyClerk",
            "/engine-rest/process-definition/key/company-registration/start",
            variables(Map.of("jurisdiction", 5)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("field-refused");
    assertThat(answer.fields()).containsExactly("jurisdiction");
  }

  @Test
  void takesInNoValueItCannotHold() {
    for (Object value :
        List.of(
            Map.of("value", "x".repeat(5000)),
            Map.of("value", "x", "type", "Integer"),
            Face.object("org.h2.jdbcx.JdbcDataSource", "application/json", "{}"),
            Face.object("java.util.HashMap", "application/x-java-serialized-object", "rO0ABQ=="))) {
      Map<String, Object> form = new HashMap<>(typed(TAX));
      form.put("invoiceKind", value);
      Answer answer = face.post("nyTax", path("complete"), Map.of("variables", form));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }
    Map<String, Object> unasked = new HashMap<>(TAX);
    unasked.put("unasked", "x".repeat(5000));
    Answer answer = complete("nyTax", unasked);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("value-refused");
  }

  @Test
  void keepsACasesFileItsOwnWhateverNumberIsClaimed() {
    ProcessInstance other = hall.starts("sxClerk", "company-registration", tradingCompany());
    Map<String, Object> claim = new HashMap<>(TAX);
    claim.put("receiptNo", other.getBusinessKey());
    assertThat(complete("nyTax", claim).code()).isEqualTo("kept-variable");
    hall.completes("nyTax", theCase, "办理涉税事项", claim);
    hall.completes(
        "nyClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    assertThat(state("nyClerk", theCase)).isEqualTo("ISSUED");
    assertThat(state("sxClerk", other)).isEqualTo("RECEIVED");
  }

  private String state(String person, ProcessInstance one) {
    return face.get(person, "/api/v1/cases/" + one.getBusinessKey()).text("/state");
  }

  private List<String> tasksOf(String person) {
    return face.get(person, "/engine-rest/task").json().findValuesAsText("name");
  }

  private Answer complete(String person, Map<String, Object> form) {
    return face.post(person, path("complete"), variables(form));
  }

  private String path(String action) {
    return "/engine-rest/task/" + task + "/" + action;
  }

  private static Map<String, Object> variables(Map<String, Object> values) {
    return Map.of("variables", typed(values));
  }

  private static Map<String, Object> typed(Map<String, Object> values) {
    return values.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> Map.of("value", e.getValue())));
  }
}
