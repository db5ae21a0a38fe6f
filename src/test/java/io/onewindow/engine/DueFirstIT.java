package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnPostgres;
import io.onewindow.database.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.Metrics;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;

/** Two nodes on one database take timers side by side. */
@OnPostgres
class DueFirstIT {

  private static final int SOME = 10;
  private static final int TOGETHER = 3;

  private TaskExecutor threads;
  private TaskExecutor timerThreads;
  private ProcessEngine a;
  private ProcessEngine b;

  @BeforeEach
  void start() {
    threads = someThreads("jobs");
    timerThreads = someThreads("timers");
    String url = Postgres.newEngineDatabase();
    a = engine("a", url);
    b = engine("b", url);
    a.getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "waits.bpmn",
            Bpmn.createExecutableProcess("waits")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .intermediateCatchEvent("due")
                .timerWithDate("${at}")
                .serviceTask()
                .camundaExpression("${needed}")
                .endEvent()
                .done())
        .deploy();
  }

  @AfterEach
  void end() {
    a.close();
    b.close();
  }

  private static TaskExecutor someThreads(String name) {
    var threads = new SimpleAsyncTaskExecutor(name);
    threads.setConcurrencyLimit(6);
    return threads;
  }

  private ProcessEngine engine(String node, String url) {
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(node);
    configuration.setHostname(node);
    configuration.setJdbcDriver("org.postgresql.Driver");
    configuration.setJdbcUrl(url);
    configuration.setJdbcUsername(Postgres.USER);
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setJobExecutorActivate(false);
    configuration.setJobExecutor(
        OwnedJobs.of(
            job -> threads.execute(job),
            timer -> timerThreads.execute(timer),
            new CamundaBpmProperties(),
            TOGETHER));
    configuration.getProcessEnginePlugins().add(new LeanEngine());
    return configuration.buildProcessEngine();
  }

  @Test
  void aNodeTakesWhatIsDueLongestAndStepsAroundWhatAnotherIsJustTaking() {
    Instant now = now();
    List<String> due = new ArrayList<>();
    for (int minutes = 2 * SOME; minutes > 0; minutes--) {
      due.add(begin(now.minus(Duration.ofMinutes(minutes))));
    }
    begin(now.plus(Duration.ofDays(1)));
    List<AcquiredJobs> taken = new ArrayList<>();
    configuration(a)
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              taken.add(new AcquireJobsCmd(executor(a), SOME).execute(context));
              // while the first has not committed
              taken.add(take(b));
              return null;
            });
    assertThat(ids(taken.get(0))).containsExactlyInAnyOrderElementsOf(due.subList(0, SOME));
    assertThat(ids(taken.get(1))).containsExactlyInAnyOrderElementsOf(due.subList(SOME, 2 * SOME));
    assertThat(taken).allMatch(one -> one.getNumberOfJobsFailedToLock() == 0);
    assertThat(ids(take(a))).as("what is left is not due").isEmpty();
  }

  @Test
  void whatANodeThatDiedHadTakenIsTakenAgainWhenItsTimeIsUp() {
    String job = begin(now().minusSeconds(60));
    executor(a).setLockTimeInMillis(-1000);
    assertThat(ids(take(a))).containsExactly(job);
    assertThat(ids(take(b))).containsExactly(job);
    assertThat(ids(take(a))).as("taken by the other for five minutes").isEmpty();
  }

  @Test
  void whatWaitedTooLongInTheQueueIsLeftToWhoeverTookIt() {
    String job = begin(now().minusSeconds(60));
    executor(a).setLockTimeInMillis(-1000);
    take(a);
    run(a, job);
    assertThat(job(job)).as("its time was up").isNotNull();
    take(b);
    run(a, job);
    assertThat(job(job)).as("another has it").isNotNull();
    run(b, job);
    assertThat(job(job)).isNull();
    run(b, job);
  }

  @Test
  void aNodeThatStopsGivesBackWhatItHasNotBegun() throws InterruptedException {
    List<String> due = new ArrayList<>();
    for (int i = 0; i < SOME; i++) {
      due.add(begin(now().minusSeconds(60)));
    }
    BusyThread thread = new BusyThread();
    timerThreads = thread;
    OwnedJobs leaving = executor(a);
    leaving.start();
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> taken(leaving) == SOME);
    leaving.onApplicationEvent(null);
    assertThat(taken(leaving)).isZero();
    AcquiredJobs other = take(b);
    assertThat(ids(other)).as("the other need not wait").containsExactlyInAnyOrderElementsOf(due);
    thread.goesOn();
    assertThat(taken(executor(b))).as("nor is anything taken from it").isEqualTo(SOME);
    assertThat(a.getManagementService().createJobQuery().count()).isEqualTo(SOME);
  }

  @Test
  void timersFireWhileEveryoneElseWaitsForAServerThatDoesNotAnswer() throws InterruptedException {
    BusyThread thread = new BusyThread();
    threads = thread;
    String single = begin(now().minusSeconds(60));
    Job ofTwo = job(begin(now().minusSeconds(60)));
    sibling(ofTwo);
    untilNothingIsLeftToTry(a);
    assertThat(job(single)).isNull();
    thread.goesOn();
  }

  /** The only thread, which is at work, so that what it is given waits. */
  private static final class BusyThread implements TaskExecutor {

    private final CountDownLatch goesOn = new CountDownLatch(1);
    private final ThreadPoolExecutor thread =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

    BusyThread() throws InterruptedException {
      var begun = new CountDownLatch(1);
      thread.execute(
          () -> {
            begun.countDown();
            awaitUntold(goesOn);
          });
      begun.await();
    }

    private static void awaitUntold(CountDownLatch told) {
      try {
        told.await();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void execute(Runnable job) {
      thread.execute(job);
    }

    /** Until all that it was given is done. */
    void goesOn() throws InterruptedException {
      goesOn.countDown();
      thread.shutdown();
      assertThat(thread.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  /** How many jobs that node has locked. */
  private long taken(OwnedJobs node) {
    return configuration(a)
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                a.getManagementService().createJobQuery().list().stream()
                    .filter(job -> node.getLockOwner().equals(((JobEntity) job).getLockOwner()))
                    .count());
  }

  @Test
  void jobsOfOneInstanceStayTogether() {
    String first = begin(now().minusSeconds(60));
    Job job = job(first);
    take(a);
    String second = sibling(job);
    assertThat(ids(take(b))).as("its instance is being worked on").doesNotContain(second);
  }

  @Test
  void suspendedJobsAndThoseThatFailedForGoodAreLeftAlone() {
    String suspended = begin(now().minusSeconds(60));
    String failed = begin(now().minusSeconds(60));
    a.getManagementService().suspendJobById(suspended);
    a.getManagementService().setJobRetries(failed, 0);
    assertThat(ids(take(a))).isEmpty();
    a.getManagementService().activateJobById(suspended);
    a.getManagementService().setJobRetries(failed, 1);
    assertThat(ids(take(a))).containsExactlyInAnyOrder(suspended, failed);
  }

  @Test
  void twoExecutorsFireEachOnceAndNoneEarly() {
    List<String> due = new ArrayList<>();
    for (int i = 0; i < 20 * SOME; i++) {
      due.add(begin(now().minusSeconds(60)));
      begin(now().plus(Duration.ofDays(1)));
    }
    Stream.of(a, b).map(DueFirstIT::executor).forEach(JobExecutor::start);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> a.getManagementService().createJobQuery().executable().count() == 0);
    Stream.of(a, b).map(DueFirstIT::executor).forEach(JobExecutor::shutdown);
    List<HistoricJobLog> fired =
        a.getHistoryService().createHistoricJobLogQuery().successLog().list();
    assertThat(fired.stream().map(HistoricJobLog::getJobId))
        .containsExactlyInAnyOrderElementsOf(due);
    Stream.of(a, b).forEach(one -> one.getManagementService().reportDbMetricsNow());
    assertThat(
            a.getManagementService().createMetricsQuery().name(Metrics.JOB_ACQUIRED_FAILURE).sum())
        .as("jobs that a node wanted and another had")
        .isZero();
  }

  @Test
  void timersOfDifferentInstancesAreFiredInOneTransaction() {
    for (int i = 0; i < TOGETHER; i++) {
      begin(now().minusSeconds(60));
    }
    untilNothingIsLeftToTry(a);
    assertThat(
            (Long)
                one(
                    "select count(distinct xmin::text) from ACT_HI_JOB_LOG where JOB_STATE_ = 2"
                        + " having count(*) = "
                        + TOGETHER))
        .isEqualTo(1);
  }

  @Test
  void oneThatFailsIsNotedAloneAndTheOthersAreFiredOnce() {
    List<String> sound = new ArrayList<>();
    sound.add(begin(now().minusSeconds(60)));
    String failing = begin(now().minusSeconds(60), Map.of());
    sound.add(begin(now().minusSeconds(60)));
    untilNothingIsLeftToTry(a);
    assertThat(
            a.getHistoryService().createHistoricJobLogQuery().successLog().list().stream()
                .map(HistoricJobLog::getJobId))
        .containsExactlyInAnyOrderElementsOf(sound);
    assertThat(
            a.getHistoryService().createHistoricJobLogQuery().failureLog().list().stream()
                .map(HistoricJobLog::getJobId))
        .as("as often as the engine tries")
        .containsExactly(failing, failing, failing);
    assertThat(a.getRuntimeService().createIncidentQuery().count()).isEqualTo(1);
  }

  @Test
  void whatOneOfAGroupEndsTheNextDoesNotFire() {
    a.getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "calls.bpmn",
            Bpmn.createExecutableProcess("calls")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .callActivity("called")
                .calledElement("waits")
                .camundaIn("at", "at")
                .camundaIn("needed", "needed")
                .boundaryEvent("first")
                .timerWithDate("${first}")
                .endEvent()
                .moveToActivity("called")
                .endEvent()
                .done())
        .deploy();
    a.getRuntimeService()
        .startProcessInstanceByKey(
            "calls",
            Variables.putValue("at", Date.from(now().minusSeconds(60)))
                .putValue("first", Date.from(now().minusSeconds(60)))
                .putValue("needed", "there"));
    untilNothingIsLeftToTry(a);
    assertThat(a.getHistoryService().createHistoricJobLogQuery().list())
        .as("whichever is fired ends the other")
        .hasSize(1)
        .allMatch(HistoricJobLog::isSuccessLog);
    assertThat(a.getRuntimeService().createProcessInstanceQuery().count()).isZero();
  }

  private static void untilNothingIsLeftToTry(ProcessEngine node) {
    executor(node).start();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> node.getManagementService().createJobQuery().executable().count() == 0);
    executor(node).shutdown();
  }

  private Object one(String sql) {
    try (Connection connection = configuration(a).getDataSource().getConnection();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      return row.next() ? row.getObject(1) : null;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Another timer of the same instance, due as well. */
  private String sibling(Job job) {
    return new FiredTimers(configuration(a))
        .setAgain(job.getProcessInstanceId(), "due", job.getJobDefinitionId());
  }

  /** As the engines tell it: another test may have moved their clock. */
  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  private String begin(Instant due) {
    return begin(due, Map.of("needed", "there"));
  }

  private String begin(Instant due, Map<String, Object> variables) {
    String instance =
        a.getRuntimeService()
            .startProcessInstanceByKey(
                "waits", Variables.fromMap(variables).putValue("at", Date.from(due)))
            .getId();
    return a.getManagementService()
        .createJobQuery()
        .processInstanceId(instance)
        .singleResult()
        .getId();
  }

  private Job job(String id) {
    return a.getManagementService().createJobQuery().jobId(id).singleResult();
  }

  private static AcquiredJobs take(ProcessEngine node) {
    return configuration(node)
        .getCommandExecutorTxRequired()
        .execute(new AcquireJobsCmd(executor(node), SOME));
  }

  /** As the executor's threads do. */
  private static void run(ProcessEngine node, String job) {
    Context.setJobExecutorContext(new JobExecutorContext());
    try {
      configuration(node)
          .getCommandExecutorTxRequired()
          .execute(executor(node).ifOwned(job, new JobFailureCollector(job)));
    } finally {
      Context.removeJobExecutorContext();
    }
  }

  private static Set<String> ids(AcquiredJobs taken) {
    return Set.copyOf(taken.getJobIdBatches().stream().flatMap(List::stream).toList());
  }

  private static OwnedJobs executor(ProcessEngine node) {
    return (OwnedJobs) configuration(node).getJobExecutor();
  }

  private static ProcessEngineConfigurationImpl configuration(ProcessEngine node) {
    return (ProcessEngineConfigurationImpl) node.getProcessEngineConfiguration();
  }
}
