package io.onewindow.audit;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.paper.Vault;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What programs do over REST is recorded as what people do on the screens. */
@FaceTest
@OnBothDatabases
class ActsOfProgramsIT {

  private static final String DEPLOYMENT =
      """
      --limit\r
      Content-Disposition: form-data; name="deployment-name"\r
      \r
      核对记录\r
      --limit\r
      Content-Disposition: form-data; name="data"; filename="recorded.bpmn"\r
      \r
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" \
      xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">\
      <process id="recorded" isExecutable="true" camunda:historyTimeToLive="P1D">\
      <startEvent id="start"/></process></definitions>\r
      --limit--\r
      """;

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private HistoryService history;
  @Autowired private ManagementService management;
  @Autowired private AuditChain chain;
  @Autowired private Vault vault;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void areInTheEnginesOperationLogAndInTheAuditWithWhoWhenAndFromWhere() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
    String task = hall.task("nyClerk", theCase, "审查申请材料").getId();
    String path = "/engine-rest/task/" + task;
    assertThat(face.post("nyClerk", path + "/claim", Map.of("userId", "nyClerk")).status())
        .isEqualTo(204);
    assertThat(
            face.post(
                    "nyClerk",
                    path + "/complete",
                    Map.of("variables", Map.of("materialsDecision", Map.of("value", "complete"))))
                .status())
        .isEqualTo(204);
    List<UserOperationLogEntry> log = history.createUserOperationLogQuery().taskId(task).list();
    assertThat(log).extracting(UserOperationLogEntry::getUserId).containsOnly("nyClerk");
    assertThat(log)
        .extracting(UserOperationLogEntry::getOperationType)
        .contains("Claim", "Complete");
    assertThat(
            jdbc.sql(
                    "select actor, face, address, happened_at from ow_audit"
                        + " where task_id = ? and event = 'TASK_COMPLETED'")
                .param(task)
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .single())
        .isEqualTo(List.of("nyClerk", "api", "127.0.0.1"));
  }

  private ProcessInstance aCase() {
    hall.itIs("2026-09-15T10:00");
    return hall.starts("nyClerk", "company-registration", tradingCompany());
  }

  @Test
  void aCaseThatIsDeletedLeavesASealedRow() {
    String instance = aCase().getId();
    leavesOneRow(
        "OPERATION_PROCESS_INSTANCE_DELETE",
        "admin",
        () -> delete("admin", "/engine-rest/process-instance/" + instance));
  }

  @Test
  void aTimerThatIsMovedLeavesASealedRowWithBothDates() {
    Job timer = timer();
    String detail =
        leavesOneRow(
            "OPERATION_JOB_SET_DUE_DATE",
            "admin",
            () ->
                assertThat(
                        face.put(
                                "admin",
                                "/engine-rest/job/" + timer.getId() + "/duedate",
                                Map.of("duedate", "2026-12-01T10:00:00.000+0800"))
                            .status())
                    .isEqualTo(204));
    assertThat(detail)
        .contains(timer.getId(), timer.getDuedate().toInstant() + " → 2026-12-01T02:00:00Z");
  }

  @Test
  void whoBecomesAnAdministratorLeavesASealedRow() {
    String member = "/engine-rest/group/camunda-admin/members/nyTax";
    String detail =
        leavesOneRow(
            "OPERATION_GROUP_MEMBERSHIP_CREATE",
            "admin",
            () -> assertThat(face.put("admin", member, Map.of()).status()).isEqualTo(204));
    assertThat(detail).contains("camunda-admin", "nyTax");
    leavesOneRow("OPERATION_GROUP_MEMBERSHIP_DELETE", "admin", () -> delete("admin", member));
  }

  @Test
  void aModelThatIsDeployedLeavesASealedRow() throws JsonProcessingException {
    AtomicReference<Answer> deployed = new AtomicReference<>();
    leavesOneRow(
        "OPERATION_DEPLOYMENT_CREATE",
        "nyRelease",
        () -> {
          deployed.set(
              face.send(
                  face.request("nyRelease", "/engine-rest/deployment/create")
                      .header("Content-Type", "multipart/form-data; boundary=limit")
                      .POST(BodyPublishers.ofString(DEPLOYMENT))));
          assertThat(deployed.get().status()).as(deployed.get().body()).isEqualTo(200);
        });
    String id = new ObjectMapper().readTree(deployed.get().body()).path("id").asText();
    leavesOneRow(
        "OPERATION_DEPLOYMENT_DELETE",
        "nyRelease",
        () -> delete("nyRelease", "/engine-rest/deployment/" + id + "?cascade=true"));
  }

  @Test
  void aCalendarThatIsLoadedAndWithdrawnLeavesASealedRowEach() {
    Map<String, Object> closed =
        Map.of(
            "csv", "date,type,reason\n2027-03-01,closed,停电\n",
            "number", "河〔2026〕1号",
            "title", "停电",
            "jurisdiction", "hekou");
    String loaded =
        leavesOneRow(
            "CALENDAR_LOADED",
            "admin",
            () ->
                assertThat(face.post("admin", "/api/v1/calendars", closed).status())
                    .isEqualTo(201));
    assertThat(loaded).contains("河〔2026〕1号《停电》", "SHA-256");
    String notice =
        jdbc.sql("select id from ow_calendar_notice where document_no = '河〔2026〕1号'")
            .query(String.class)
            .single();
    String withdrawn =
        leavesOneRow(
            "CALENDAR_WITHDRAWN",
            "admin",
            () ->
                assertThat(
                        face.post(
                                "admin",
                                "/api/v1/calendars/hekou/notices/" + notice + "/withdrawal",
                                Map.of("reason", "误录", "effectiveFrom", "2027-01-01"))
                            .status())
                    .isEqualTo(201));
    assertThat(withdrawn).contains("理由：误录");
  }

  @Test
  void aRedatingThatIsOrderedLeavesASealedRow() throws JsonProcessingException {
    Answer preview =
        face.post(
            "admin",
            "/api/v1/redatings",
            Map.of("jurisdictions", List.of("hekou"), "reason", "核对"));
    assertThat(preview.status()).isEqualTo(201);
    String run =
        "/api/v1/redatings/" + new ObjectMapper().readTree(preview.body()).path("id").asText();
    String detail =
        leavesOneRow(
            "REDATING_APPLIED",
            "admin",
            () ->
                assertThat(face.post("admin", run + "/application", Map.of()).status())
                    .isEqualTo(202));
    assertThat(detail).contains("hekou", "理由：核对");
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(face.get("admin", run).body()).contains("已完成"));
  }

  @Test
  void aClockTellsWhereATimerOfItsWasFiredFrom() {
    Job timer = timer();
    long before = last("ow_clock_event");
    assertThat(
            face.post("admin", "/engine-rest/job/" + timer.getId() + "/execute", Map.of()).status())
        .isEqualTo(204);
    assertThat(
            jdbc.sql("select distinct face, address from ow_clock_event where entry_no > ?")
                .param(before)
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .list())
        .containsExactly(List.of("api", "127.0.0.1"));
  }

  private Job timer() {
    String instance = hall.task("nyClerk", aCase(), "审查申请材料").getProcessInstanceId();
    return management.createJobQuery().processInstanceId(instance).timers().list().get(0);
  }

  private long last(String table) {
    return jdbc.sql("select coalesce(max(entry_no), 0) from " + table).query(Long.class).single();
  }

  private void delete(String person, String path) {
    assertThat(face.send(face.request(person, path).DELETE()).status()).isEqualTo(204);
  }

  /**
   * @return what the row tells beside who, when and from where
   */
  private String leavesOneRow(String event, String actor, Runnable deed) {
    long before = last("ow_audit");
    deed.run();
    while (chain.sealSome()) {
      // until nothing is left
    }
    AtomicReference<String> detail = new AtomicReference<>();
    assertThat(
            jdbc.sql(
                    "select r.*, s.hash from ow_audit r"
                        + " join ow_audit_seal s on s.source = 'ow_audit' and s.entry_no = r.entry_no"
                        + " where r.entry_no > ?")
                .param(before)
                .query(
                    (row, n) -> {
                      detail.set(vault.open(AuditRows.DETAIL, row.getString("detail")));
                      return List.of(
                          row.getString("event"),
                          row.getString("actor"),
                          row.getString("face"),
                          row.getString("address"));
                    })
                .list())
        .containsExactly(List.of(event, actor, "api", "127.0.0.1"));
    assertThat(chain.verify(null).holds()).isTrue();
    return detail.get();
  }
}
