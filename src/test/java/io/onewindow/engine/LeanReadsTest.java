package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine does not read again is as if it did. */
class LeanReadsTest {

  private static final Instant BEGUN = Instant.parse("2026-09-01T01:00:00Z");
  private static final Duration CLAIMED_AFTER = Duration.ofMinutes(20);
  private static final Duration TAKEN = Duration.ofMinutes(50);
  private static final String MODEL = "asked";

  private static final BpmnModelInstance ASKED =
      Bpmn.createExecutableProcess(MODEL)
          .camundaHistoryTimeToLive(1)
          .startEvent()
          .userTask("task")
          .boundaryEvent("late")
          .cancelActivity(false)
          .timerWithDuration("P1D")
          .endEvent()
          .moveToActivity("task")
          .endEvent()
          .done();

  private ProcessEngine engine;

  @BeforeEach
  void start() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("lean-reads");
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setJobExecutorActivate(false);
    configuration.getProcessEnginePlugins().add(new LeanEngine());
    engine = configuration.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addModelInstance("a.bpmn", ASKED).deploy();
    ClockUtil.setCurrentTime(Date.from(BEGUN));
  }

  @AfterEach
  void end() {
    ClockUtil.reset();
    engine.close();
  }

  @Test
  void aModelOutOfServiceStartsNothingFromThenOn() {
    begin();
    engine.getRepositoryService().suspendProcessDefinitionByKey(MODEL);
    assertThatThrownBy(this::begin).isInstanceOf(SuspendedEntityInteractionException.class);
    engine.getRepositoryService().activateProcessDefinitionByKey(MODEL);
    assertThat(begin()).isNotNull();
  }

  @Test
  void timersThatAreHeldBackStartSoAndTheirPriorityCountsFromThenOn() {
    begin();
    JobDefinition timers = engine.getManagementService().createJobDefinitionQuery().singleResult();
    engine.getManagementService().suspendJobDefinitionById(timers.getId());
    assertThat(timerOf(begin()).isSuspended()).isTrue();
    engine.getManagementService().activateJobDefinitionById(timers.getId());
    for (long priority : new long[] {7, 9}) {
      engine
          .getManagementService()
          .setOverridingJobPriorityForJobDefinition(timers.getId(), priority);
      assertThat(timerOf(begin()).getPriority()).isEqualTo(priority);
    }
  }

  @Test
  void howLongATaskTookIsKnownWhenItIsClaimedFirst() {
    String task = taskOf(begin());
    later(CLAIMED_AFTER);
    engine.getTaskService().claim(task, "clerk");
    later(TAKEN);
    engine.getTaskService().complete(task);
    assertTook();
  }

  @Test
  void howLongATaskTookIsKnownWhenItIsClaimedAndCompletedAtOnce() {
    String task = taskOf(begin());
    later(TAKEN);
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              engine.getTaskService().claim(task, "clerk");
              engine.getTaskService().complete(task);
              return null;
            });
    assertTook();
  }

  private void assertTook() {
    HistoricTaskInstance task =
        engine.getHistoryService().createHistoricTaskInstanceQuery().singleResult();
    assertThat(task.getAssignee()).isEqualTo("clerk");
    assertThat(task.getStartTime().toInstant()).isEqualTo(BEGUN);
    assertThat(task.getDurationInMillis()).isEqualTo(TAKEN.toMillis());
    HistoricActivityInstance step =
        engine
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .activityId("task")
            .singleResult();
    assertThat(step.getStartTime().toInstant()).isEqualTo(BEGUN);
    assertThat(step.getDurationInMillis()).isEqualTo(TAKEN.toMillis());
  }

  private String begin() {
    return engine.getRuntimeService().startProcessInstanceByKey(MODEL).getId();
  }

  private Job timerOf(String instance) {
    return engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance)
        .singleResult();
  }

  private String taskOf(String instance) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance)
        .singleResult()
        .getId();
  }

  private static void later(Duration afterBegin) {
    ClockUtil.setCurrentTime(Date.from(BEGUN.plus(afterBegin)));
  }
}
