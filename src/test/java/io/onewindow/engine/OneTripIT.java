package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.onewindow.database.OnPostgres;
import io.onewindow.database.Postgres;
import io.onewindow.demo.CountedStatements;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sent in one message says and does what is sent one by one. */
@OnPostgres
class OneTripIT {

  private static final String WORKS = "works";
  private static final String NOTE = "insert into note (id) values (?)";

  private final CountedStatements counted = new CountedStatements();
  private final CountedStatements countedOneByOne = new CountedStatements();
  private ProcessEngine engine;
  private ProcessEngine oneByOne;

  @BeforeEach
  void start() {
    engine = engine(LeanConfiguration.of(List.of()), counted);
    oneByOne = engine(new SpringProcessEngineConfiguration(), countedOneByOne);
  }

  @AfterEach
  void end() {
    engine.close();
    oneByOne.close();
  }

  private static ProcessEngine engine(
      SpringProcessEngineConfiguration configuration, CountedStatements counted) {
    var driver = new DriverManagerDataSource(Postgres.newEngineDatabase(), Postgres.USER, "");
    var place = (DataSource) counted.postProcessAfterInitialization(driver, "dataSource");
    configuration.setProcessEngineName(configuration.getClass().getSimpleName());
    configuration.setApplicationContext(new StaticApplicationContext());
    configuration.setDataSource(place);
    configuration.setTransactionManager(new DataSourceTransactionManager(place));
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setJobExecutorActivate(false);
    configuration.setEnableCmdExceptionLogging(false);
    ProcessEngine engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "works.bpmn",
            Bpmn.createExecutableProcess(WORKS)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("first")
                .userTask("second")
                .endEvent()
                .done())
        .deploy();
    return engine;
  }

  @Test
  void aWholeCaseLeavesTheSameRowsInFarFewerTrips() {
    CountedStatements.Counts before = counted.counts();
    CountedStatements.Counts beforeOneByOne = countedOneByOne.counts();
    assertThat(wholeCase(engine)).isEqualTo(wholeCase(oneByOne));
    long trips = counted.counts().since(before).statements();
    long tripsOneByOne = countedOneByOne.counts().since(beforeOneByOne).statements();
    assertThat(trips * 3).isLessThan(tripsOneByOne * 2);
  }

  private static List<Long> wholeCase(ProcessEngine engine) {
    begin(engine);
    complete(engine);
    complete(engine);
    var history = engine.getHistoryService();
    return List.of(
        engine.getRuntimeService().createExecutionQuery().count(),
        engine.getTaskService().createTaskQuery().count(),
        history.createHistoricProcessInstanceQuery().finished().count(),
        history.createHistoricActivityInstanceQuery().finished().count(),
        history.createHistoricTaskInstanceQuery().taskDeleteReason("completed").count(),
        history.createHistoricVariableInstanceQuery().count(),
        history.createHistoricDetailQuery().count());
  }

  @Test
  void whoeverCompletesSecondLearnsIt() {
    assertThat(completedSecond(engine)).isInstanceOf(OptimisticLockingException.class);
    assertThat(engine.getTaskService().createTaskQuery().singleResult().getTaskDefinitionKey())
        .isEqualTo("second");
    assertThat(engine.getRuntimeService().createVariableInstanceQuery().variableName("late").list())
        .isEmpty();
  }

  private static Throwable completedSecond(ProcessEngine engine) {
    begin(engine);
    Task task = engine.getTaskService().createTaskQuery().singleResult();
    return whileDoing(
        engine,
        () -> engine.getTaskService().complete(task.getId(), Variables.putValue("late", true)),
        () -> engine.getTaskService().complete(task.getId()));
  }

  @Test
  void aRuleThatIsBrokenIsToldOfTheRowThatBreaksIt() {
    Throwable told = twiceTheSame(engine);
    assertThat(told)
        .isInstanceOf(ProcessEngineException.class)
        .hasStackTraceContaining("INSERT UserEntity[wang]")
        .hasSameClassAs(twiceTheSame(oneByOne));
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    assertThat(engine.getIdentityService().createUserQuery().singleResult().getFirstName())
        .isEqualTo("quick");
  }

  private static Throwable twiceTheSame(ProcessEngine engine) {
    return whileDoing(
        engine,
        () -> {
          begin(engine);
          save(engine, "slow");
        },
        () -> save(engine, "quick"));
  }

  private static void save(ProcessEngine engine, String name) {
    User user = engine.getIdentityService().newUser("wang");
    user.setFirstName(name);
    engine.getIdentityService().saveUser(user);
  }

  @Test
  void whatBelongsToSomethingThatHasGoneMeanwhileCountsAsOvertaken() {
    assertThat(ofSomethingGone(engine)).hasSameClassAs(ofSomethingGone(oneByOne));
    assertThat(engine.getRuntimeService().createVariableInstanceQuery().count()).isZero();
  }

  private static Throwable ofSomethingGone(ProcessEngine engine) {
    String gone = begin(engine);
    return whileDoing(
        engine,
        () -> {
          begin(engine);
          engine.getRuntimeService().setVariable(gone, "late", "text");
        },
        () -> engine.getRuntimeService().deleteProcessInstance(gone, "meanwhile"));
  }

  /** What the first is told when the second has been done before the first is sent. */
  private static Throwable whileDoing(ProcessEngine engine, Runnable first, Runnable second) {
    return catchThrowable(
        () ->
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(
                    context -> {
                      first.run();
                      CompletableFuture.runAsync(second).join();
                      return null;
                    }));
  }

  private static String begin(ProcessEngine engine) {
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            WORKS, Variables.putValue("one", 1).putValue("two", "zwei").putValue("three", "drei"))
        .getId();
  }

  private static void complete(ProcessEngine engine) {
    String task = engine.getTaskService().createTaskQuery().singleResult().getId();
    engine.getTaskService().complete(task, Variables.putValue("one", 2).putValue("four", null));
  }

  @Test
  void rowsOfOursGoWithTheEngines() {
    CountedStatements.Counts before = counted.counts();
    inAStep(
        rows -> {
          rows.add(NOTE, "a");
          begin(engine);
          rows.addAll(NOTE, List.<Object[]>of(new Object[] {"b"}));
        });
    assertThat(counted.counts().since(before).byKind()).doesNotContainKey("insert note");
    assertThat(notes()).containsExactly("a", "b");
  }

  @Test
  void theStepDoesNotHappenWhereARowOfOursBreaksARule() {
    assertThatThrownBy(
            () ->
                inAStep(
                    rows -> {
                      rows.add(NOTE, "a");
                      begin(engine);
                      rows.add(NOTE, "a");
                    }))
        .hasStackTraceContaining("note_pkey");
    assertThat(notes()).isEmpty();
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void rowsOfOursAreWrittenAlsoWhereTheEngineWritesNothing() {
    inAStep(rows -> rows.add(NOTE, "a"));
    stepRows().add(NOTE, "b");
    assertThat(notes()).containsExactly("a", "b");
  }

  @Test
  void rowsOfATransactionOfItsOwnStayThoughTheStepFails() {
    assertThatThrownBy(
            () ->
                inAStep(
                    rows -> {
                      begin(engine);
                      rows.add(NOTE, "lost");
                      inATransactionOfItsOwn(() -> rows.add(NOTE, "kept"));
                      throw new IllegalStateException("the step fails");
                    }))
        .hasMessage("the step fails");
    assertThat(notes()).containsExactly("kept");
  }

  private void inAStep(Consumer<StepRows> step) {
    StepRows rows = stepRows();
    configuration()
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              step.accept(rows);
              return null;
            });
  }

  private void inATransactionOfItsOwn(Runnable work) {
    TransactionTemplate own =
        new TransactionTemplate(
            ((SpringProcessEngineConfiguration) configuration()).getTransactionManager());
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    own.executeWithoutResult(status -> work.run());
  }

  private StepRows stepRows() {
    JdbcTemplate jdbc = new JdbcTemplate(place());
    jdbc.execute("create table if not exists note (id varchar(9) primary key)");
    return new StepRows(jdbc);
  }

  private List<String> notes() {
    return new JdbcTemplate(place()).queryForList("select id from note order by id", String.class);
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  private DataSource place() {
    return ((TransactionAwareDataSourceProxy) configuration().getDataSource())
        .getTargetDataSource();
  }
}
