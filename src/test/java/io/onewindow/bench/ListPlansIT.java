package io.onewindow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.OneWindowApplication;
import io.onewindow.bench.ExplainedQueries.Explained;
import io.onewindow.casefile.search.CaseSearch;
import io.onewindow.database.OnPostgres;
import io.onewindow.database.Postgres;
import io.onewindow.engine.DueJobs;
import io.onewindow.story.Hall;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.figures.Figures;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * With a backlog of {@value #OPEN} cases and a history of five times as many, no list reads a large
 * table from end to end: PostgreSQL is asked for its plan of every query that a list really sends.
 */
@OnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlansIT {

  private static final int OPEN = 20_000;
  private static final int LARGE = 10_000;
  private static final int PAGE = 15;
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T10:00+08:00");

  /**
   * Where all that is open is looked at anyway. A third of these clocks run; of so many PostgreSQL
   * rightly reads the others too rather than fetch each by itself.
   */
  private static final Set<String> OF_ALL_THAT_RUNS = Set.of("ow_clock");

  private static final String OVERVIEW = "overview, ";

  private final Map<String, Runnable> lists = new LinkedHashMap<>();
  private String database;
  private ConfigurableApplicationContext context;
  private ExplainedQueries explained;
  private JdbcTemplate jdbc;
  private Hall hall;
  private Set<String> large;
  private String instance;

  @BeforeAll
  void fill() {
    ClockUtil.setCurrentTime(Date.from(NOW.toInstant()));
    database = Postgres.newDatabase();
    context =
        new SpringApplicationBuilder(OneWindowApplication.class, Hall.class, ExplainedQueries.class)
            // not the engine that the tests over the network share
            .web(WebApplicationType.NONE)
            .profiles("demo", "test")
            .run(settings());
    explained = context.getBean(ExplainedQueries.class);
    jdbc = context.getBean(JdbcTemplate.class);
    hall = context.getBean(Hall.class);
    context.getBean(Projection.class).catchUp();
    Backlog backlog = new Backlog(jdbc, context.getBean(RepositoryService.class), OPEN);
    backlog.write();
    instance = backlog.instance(OPEN / 2);
    large =
        new TreeSet<>(
            jdbc.queryForList(
                "select relname from pg_class where relkind = 'r' and reltuples > ?",
                String.class,
                LARGE));
    nameLists();
  }

  private String[] settings() {
    return Stream.of(
            Stream.of(
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + Postgres.USER,
                "--camunda.bpm.process-engine-name=plans",
                "--spring.autoconfigure.exclude="
                    + CamundaBpmRestJerseyAutoConfiguration.class.getName(),
                "--onewindow.data-dir=target/plans-data"),
            Stream.of(WholeProduct.STILL),
            Postgres.DRIVER.stream().map(one -> "--" + one))
        .flatMap(some -> some)
        .toArray(String[]::new);
  }

  @AfterAll
  void end() {
    context.close();
    ClockUtil.reset();
    Postgres.drop(database);
  }

  private void nameLists() {
    for (String person : List.of("nyTax", "nyApproval", "lcClerk")) {
      taskLists(person, "", query -> query);
      taskLists(person, ", name like", query -> query.taskNameLike("%材料%"));
      taskLists(person, ", due before", query -> query.dueBefore(Date.from(NOW.toInstant())));
      taskLists(person, ", receipt number", query -> query.processInstanceBusinessKey("n5"));
    }
    for (String person : List.of("nySupervisor", "lcSupervisor")) {
      Figures figures = context.getBean(Figures.class);
      list(person, OVERVIEW + "by due date", () -> figures.answer("dashboard", Map.of()));
      list(person, OVERVIEW + "open cases", () -> figures.answer("open-cases", Map.of()));
      list(
          person,
          OVERVIEW + "open cases, red",
          () -> figures.answer("open-cases", Map.of("light", "RED")));
      list(person, "late cases", () -> figures.answer("late-cases", Map.of("from", "2026-11-01")));
    }
    CaseSearch search = context.getBean(CaseSearch.class);
    for (String typed : List.of(Backlog.receiptNo(5), "00123", "泰和", "370921199003078512")) {
      list("nyClerk", "search for " + typed, () -> search.find(typed, 0));
    }
    history();
    lists.put("due jobs", this::acquire);
    lists.put("next job", () -> assertThat(context.getBean(DueJobs.class).next()).isPresent());
  }

  /** Each list that the person sees in Tasklist, its first page and how many there are. */
  private void taskLists(String person, String narrowed, UnaryOperator<TaskQuery> narrow) {
    ProcessEngine engine = context.getBean(ProcessEngine.class);
    FilterService filters = engine.getFilterService();
    list(
        person,
        "task lists" + narrowed,
        () -> {
          int shown = 0;
          for (Filter filter : filters.createTaskFilterQuery().list()) {
            TaskQuery asked = narrow.apply(engine.getTaskService().createTaskQuery().active());
            shown += filters.listPage(filter.getId(), asked, 0, PAGE).size();
            filters.count(filter.getId(), asked);
          }
          assertThat(shown > 0 || !narrowed.isEmpty()).as("something is to be done").isTrue();
        });
  }

  private void history() {
    HistoryService history = context.getBean(HistoryService.class);
    list(
        "nySupervisor",
        "history of a case",
        () -> {
          history
              .createHistoricProcessInstanceQuery()
              .processInstanceBusinessKey(Backlog.receiptNo(OPEN / 2))
              .listPage(0, PAGE);
          history
              .createHistoricActivityInstanceQuery()
              .processInstanceId(instance)
              .orderByHistoricActivityInstanceStartTime()
              .desc()
              .listPage(0, PAGE);
          history.createHistoricTaskInstanceQuery().processInstanceId(instance).listPage(0, PAGE);
          history
              .createHistoricVariableInstanceQuery()
              .processInstanceId(instance)
              .listPage(0, PAGE);
          history.createUserOperationLogQuery().processInstanceId(instance).listPage(0, PAGE);
        });
  }

  private void acquire() {
    var configuration = context.getBean(ProcessEngineConfigurationImpl.class);
    var jobs = new AcquireJobsCmd(configuration.getJobExecutor());
    assertThat(configuration.getCommandExecutorTxRequired().execute(jobs).size()).isPositive();
  }

  private void list(String person, String name, Runnable question) {
    lists.put(
        person + ": " + name,
        () ->
            hall.as(
                person,
                () -> {
                  question.run();
                  return null;
                }));
  }

  @TestFactory
  Stream<DynamicTest> noListReadsALargeTableFromEndToEnd() {
    return lists.entrySet().stream()
        .map(
            list ->
                DynamicTest.dynamicTest(
                    list.getKey(),
                    () ->
                        assertThat(
                                scans(
                                    list.getValue(),
                                    list.getKey().contains(OVERVIEW) ? OF_ALL_THAT_RUNS : Set.of()))
                            .isEmpty()));
  }

  /** Queries that read a large table from end to end. */
  private List<String> scans(Runnable question, Set<String> but) {
    List<Explained> queries = explained.of(question);
    assertThat(queries).isNotEmpty();
    return queries.stream()
        .filter(
            one ->
                one.scanned().stream()
                    .anyMatch(table -> large.contains(table) && !but.contains(table)))
        .map(one -> one.scanned() + " " + one.sql() + "\n" + one.plan().toPrettyString())
        .toList();
  }

  @Test
  void aTableWithoutAFittingIndexIsSeen() {
    assertThat(large)
        .contains("act_ru_task", "act_ru_job", "act_hi_actinst", "ow_case", "ow_clock");
    String sql = "select count(*) from ow_case where subject = ?";
    assertThat(scans(() -> jdbc.queryForObject(sql, Integer.class, "x"), Set.of())).hasSize(1);
  }
}
