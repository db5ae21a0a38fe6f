package io.onewindow.engine;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody deletes by the engine's interface what a case was handled by, or what it left behind. */
@FaceTest
@OnBothDatabases
class KeptRecordsIT {

  private static final String REST = "/engine-rest";
  private static final String TABLE =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="kept" name="kept"
          namespace="http://camunda.org/schema/1.0/dmn">
        <decision id="keptDecision" name="试作的表">
          <decisionTable id="keptTable">
            <output id="keptOutput" name="days" typeRef="integer" />
          </decisionTable>
        </decision>
      </definitions>
      """;

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private RepositoryService repository;
  @Autowired private HistoryService history;

  private ProcessInstance theCase;

  @BeforeEach
  void aCaseIsUnderWay() {
    hall.itIs("2026-09-15T10:00");
    theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void modelsThatCasesWereHandledByStay() {
    String definition = theCase.getProcessDefinitionId();
    String deployment = repository.getProcessDefinition(definition).getDeploymentId();
    for (String query : List.of("", "?cascade=true", "?cascade=true&skipCustomListeners=true")) {
      Answer refused = delete("nyRelease", REST + "/deployment/" + deployment + query);
      assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("deployment-in-use");
      assertThat(refused.text("/message")).contains("办件", "部署新的版本");
    }
    for (String models : List.of("/" + definition, "/key/company-registration")) {
      Answer refused = delete("nyRelease", REST + "/process-definition" + models + "?cascade=true");
      assertThat(refused.code()).as(refused.toString()).isEqualTo("withdrawn-by-deployment");
    }
    assertThat(hall.task("nyClerk", theCase, "审查申请材料")).isNotNull();
  }

  @Test
  void tablesThatCasesMayHaveBeenHandledByStay() {
    String unused = deployed("2099-01-05T10:00");
    assertThat(delete("nyRelease", REST + "/deployment/" + unused).status()).isEqualTo(204);
    String used = deployed("2026-09-15T10:01");
    hall.itIs("2026-09-15T10:05");
    hall.starts("nyClerk", "company-registration", tradingCompany());
    Answer refused = delete("nyRelease", REST + "/deployment/" + used + "?cascade=true");
    assertThat(refused.code()).as(refused.toString()).isEqualTo("deployment-in-use");
    assertThat(refused.text("/message")).contains("时限表");
    repository.deleteDeployment(used, true);
  }

  /** No case of any test is received in 2099. */
  private String deployed(String moment) {
    hall.itIs(moment);
    return repository.createDeployment().addString("kept.dmn", TABLE).deploy().getId();
  }

  @Test
  void historyIsDeletedByNobody() {
    String variable =
        history
            .createHistoricVariableInstanceQuery()
            .processInstanceId(theCase.getId())
            .list()
            .get(0)
            .getId();
    Map<String, Object> chosen = Map.of("historicProcessInstanceIds", List.of(theCase.getId()));
    Map<String, Object> asked =
        Map.of("historicProcessInstanceQuery", Map.of("processInstanceId", theCase.getId()));
    Map<String, Object> dated =
        Map.of(
            "historicProcessInstanceIds",
            List.of(theCase.getId()),
            "absoluteRemovalTime",
            "2026-09-15T10:00:00.000+0800");
    String instance = REST + "/history/process-instance/";
    Stream.of(
            delete("admin", instance + theCase.getId()),
            delete("admin", instance + theCase.getId() + "/variable-instances"),
            delete("admin", REST + "/history/variable-instance/" + variable),
            face.post("admin", instance + "delete", chosen),
            face.post("admin", instance + "delete", asked),
            face.post("admin", instance + "set-removal-time", dated),
            face.post(
                "admin",
                REST + "/history/decision-instance/delete",
                Map.of("historicDecisionInstanceIds", List.of("any"))),
            face.post("admin", REST + "/history/cleanup", Map.of()),
            delete("nyRelease", instance + theCase.getId()))
        .forEach(
            refused -> {
              assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
              assertThat(refused.code()).isEqualTo("cleared-by-system");
            });
  }

  private Answer delete(String person, String path) {
    return face.send(face.request(person, path).DELETE());
  }
}
