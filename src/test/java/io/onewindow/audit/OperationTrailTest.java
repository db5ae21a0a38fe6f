package io.onewindow.audit;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.paper.Vault;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is recorded of what people do to the engine itself. */
@StoryTest
@OnBothDatabases
class OperationTrailTest {

  private record Row(String event, String receiptNo, String actor, String detail) {}

  @Autowired private Hall hall;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;
  @Autowired private Vault vault;

  private ProcessInstance theCase;
  private long before;

  @BeforeEach
  void aCaseIsReceived() {
    hall.itIs("2026-09-15T09:00");
    theCase = hall.starts("hkClerk", "company-registration", tradingCompany());
    before = jdbc.sql("select coalesce(max(entry_no), 0) from ow_audit").query(Long.class).single();
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  private List<Row> rows() {
    return jdbc.sql("select * from ow_audit where entry_no > ? order by entry_no")
        .param(before)
        .query(
            (row, number) ->
                new Row(
                    row.getString("event"),
                    row.getString("receipt_no"),
                    row.getString("actor"),
                    vault.open(AuditRows.DETAIL, row.getString("detail"))))
        .list();
  }

  private void asAdministrator(Runnable deed) {
    hall.as(
        "admin",
        () -> {
          deed.run();
          return null;
        });
  }

  @Test
  void aVariableIsToldWithItsValuesBeforeAndAfter() {
    asAdministrator(
        () ->
            runtime.setVariables(
                theCase.getId(), Map.of("enterpriseName", "河口区新名贸易有限公司", "count", 3)));
    Object earlier = tradingCompany().get("enterpriseName");
    assertThat(rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.event()).isEqualTo("OPERATION_VARIABLE_SET_VARIABLE");
              assertThat(row.receiptNo()).isEqualTo(theCase.getBusinessKey());
              assertThat(row.actor()).isEqualTo("admin");
              assertThat(row.detail().lines())
                  .contains("enterpriseName：" + earlier + " → 河口区新名贸易有限公司", "count：3");
            });
  }

  @Test
  void aConfidentialValueStaysMasked() {
    asAdministrator(() -> runtime.setVariable(theCase.getId(), "applicantPhone", "13912345678"));
    String detail = rows().get(0).detail();
    assertThat(detail).contains("→ 139****5678").doesNotContain("13912345678");
    assertThat(detail).doesNotContain(String.valueOf(tradingCompany().get("applicantPhone")));
  }

  @Test
  void aReasonThatIsGivenIsKept() {
    asAdministrator(
        () ->
            runtime
                .createProcessInstanceModification(theCase.getId())
                .startBeforeActivity(runtime.getActiveActivityIds(theCase.getId()).get(0))
                .setAnnotation("补做一次")
                .execute());
    assertThat(rows())
        .filteredOn(row -> row.event().startsWith("OPERATION"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.event())
                  .isEqualTo("OPERATION_PROCESS_INSTANCE_MODIFY_PROCESS_INSTANCE");
              assertThat(row.detail()).startsWith("理由：补做一次");
            });
  }

  @Test
  void aPasswordIsNeverPartOfIt() {
    User newcomer = identity.newUser("newcomer");
    newcomer.setPassword("Another-word-2026");
    try {
      asAdministrator(() -> identity.saveUser(newcomer));
      assertThat(rows())
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.event()).isEqualTo("OPERATION_USER_CREATE");
                assertThat(row.detail()).isEqualTo("userId：newcomer");
              });
    } finally {
      identity.deleteUser("newcomer");
    }
  }

  @Test
  void whenAnOfficerWantsToBeRemindedIsTold() {
    Task task = hall.task("hkClerk", theCase, "审查申请材料");
    task.setFollowUpDate(Date.from(Instant.parse("2026-09-16T01:00:00Z")));
    asAdministrator(() -> tasks.saveTask(task));
    assertThat(rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.event()).isEqualTo("OPERATION_TASK_UPDATE");
              assertThat(row.detail()).contains("followUpDate：2026-09-16T01:00:00Z");
            });
  }

  @Test
  void ordinaryWorkLeavesNoFurtherRow() {
    String task = hall.task("hkClerk", theCase, "审查申请材料").getId();
    hall.as(
        "hkClerk",
        () -> {
          tasks.claim(task, "hkClerk");
          return null;
        });
    hall.completes("hkClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    assertThat(rows()).extracting(Row::event).noneMatch(event -> event.startsWith("OPERATION"));
  }
}
