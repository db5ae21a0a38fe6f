package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine leaves undone must be missed by nobody. */
class LeanEngineTest {

  private static final int TRIES = 3;

  private static final BpmnModelInstance REMINDED =
      Bpmn.createExecutableProcess("reminded")
          .camundaHistoryTimeToLive(1)
          .startEvent()
          .userTask("task")
          .boundaryEvent("late")
          .cancelActivity(false)
          .timerWithDate("${at}")
          .serviceTask("remind")
          .camundaExpression("${reminder}")
          .endEvent()
          .moveToActivity("task")
          .endEvent()
          .done();

  private static final BpmnModelInstance ASKING =
      Bpmn.createExecutableProcess("asking")
          .camundaHistoryTimeToLive(1)
          .startEvent()
          .businessRuleTask()
          .camundaDecisionRef("table")
          .endEvent()
          .done();

  private static final String TABLE =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
          namespace="d" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
        <decision id="table" name="table" camunda:historyTimeToLive="1">
          <decisionTable id="t">
            <output id="o" name="answer" typeRef="string" />
            <rule id="r"><outputEntry id="e"><text>"yes"</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  private ProcessEngine engine;

  @BeforeEach
  void start() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("lean");
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setJobExecutorActivate(false);
    configuration.getProcessEnginePlugins().add(new LeanEngine());
    engine = configuration.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addModelInstance("r.bpmn", REMINDED).deploy();
  }

  @AfterEach
  void end() {
    engine.close();
  }

  @Test
  void whatATimerDidIsKeptAndThatItWasWrittenIsNot() {
    Job fired = begin("said");
    engine.getManagementService().executeJob(fired.getId());
    Job gone = begin("said");
    complete(gone);
    assertThat(log(fired)).singleElement().matches(HistoricJobLog::isSuccessLog);
    assertThat(log(gone)).isEmpty();
    assertThat(engine.getHistoryService().createHistoricDetailQuery().variableUpdates().count())
        .as("details, which only the full history keeps")
        .isEqualTo(4);
  }

  @Test
  void aTimerThatFailsIsAnIncidentUntilItSucceeds() {
    ManagementService management = engine.getManagementService();
    Job job = begin(null);
    fail(job);
    assertThat(incidents()).isEqualTo(1);
    assertThat(log(job)).hasSize(TRIES).allMatch(HistoricJobLog::isFailureLog);
    engine.getRuntimeService().setVariable(job.getProcessInstanceId(), "reminder", "said");
    management.setJobRetries(job.getId(), 1);
    management.executeJob(job.getId());
    assertThat(incidents()).isZero();
    assertThat(engine.getHistoryService().createHistoricIncidentQuery().resolved().count())
        .isEqualTo(1);
  }

  @Test
  void aFailedTimersIncidentGoesWithItsTask() {
    Job job = begin(null);
    fail(job);
    complete(job);
    assertThat(incidents()).isZero();
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void anEndedCaseIsNotStampedAndCanStillBeDeleted() {
    Job job = begin("said");
    complete(job);
    var history = engine.getHistoryService();
    assertThat(history.createHistoricProcessInstanceQuery().finished().list())
        .singleElement()
        .matches(one -> one.getRemovalTime() == null);
    history.deleteHistoricProcessInstance(job.getProcessInstanceId());
    assertThat(history.createHistoricVariableInstanceQuery().count()).isZero();
    assertThat(history.createHistoricDetailQuery().count()).isZero();
    assertThat(history.createHistoricActivityInstanceQuery().count()).isZero();
  }

  @Test
  void whatATableSaidIsKeptOfTheCaseThatAsked() {
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("asking.bpmn", ASKING)
        .addString("table.dmn", TABLE)
        .deploy();
    var history = engine.getHistoryService();
    assertThat(engine.getDecisionService().evaluateDecisionTableByKey("table").evaluate())
        .hasSize(1);
    assertThat(history.createHistoricDecisionInstanceQuery().count()).isZero();
    String asked = engine.getRuntimeService().startProcessInstanceByKey("asking").getId();
    assertThat(history.createHistoricDecisionInstanceQuery().list())
        .singleElement()
        .matches(one -> one.getProcessInstanceId().equals(asked));
  }

  /**
   * @param reminder null for one that cannot be told
   */
  private Job begin(String reminder) {
    VariableMap values =
        Variables.putValue("at", Date.from(Instant.now().plus(Duration.ofDays(1))));
    if (reminder != null) {
      values.putValue("reminder", reminder);
    }
    String instance =
        engine.getRuntimeService().startProcessInstanceByKey("reminded", values).getId();
    return engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance)
        .singleResult();
  }

  private void fail(Job job) {
    for (int time = 0; time < TRIES; time++) {
      assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
          .isInstanceOf(ProcessEngineException.class);
    }
  }

  private List<HistoricJobLog> log(Job job) {
    return engine.getHistoryService().createHistoricJobLogQuery().jobId(job.getId()).list();
  }

  private long incidents() {
    return engine.getRuntimeService().createIncidentQuery().count();
  }

  private void complete(Job job) {
    var tasks = engine.getTaskService();
    tasks.complete(
        tasks
            .createTaskQuery()
            .processInstanceId(job.getProcessInstanceId())
            .singleResult()
            .getId());
  }
}
