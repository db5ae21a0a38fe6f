package io.onewindow.audit;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What programs do over REST is recorded as what people do on the screens. */
@FaceTest
@OnBothDatabases
class ActsOfProgramsIT {

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private HistoryService history;
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
}
