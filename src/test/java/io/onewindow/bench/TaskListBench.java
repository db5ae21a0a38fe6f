package io.onewindow.bench;

import io.onewindow.OneWindowApplication;
import io.onewindow.database.Postgres;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures what Tasklist asks for its list, as the number of open tasks grows: the first page and
 * the count of a clerk's filter, with authorizations and tenants, of the product and of the default
 * engine. See bench/task-lists.md.
 */
public final class TaskListBench {

  /** Holds a fifth of all tasks. */
  static final String LARGE = "approval";

  private static final List<String> SMALL =
      List.of("tax", "housing", "planning", "power", "medical", "policeSeal", "bank", "window");

  private static final List<String> PLACES = List.of("liaocheng", "shenxian", "ningyang", "hekou");
  private static final int ASKED = 30;
  private static final int ASKED_AT_LEAST = 6;
  private static final long LONGEST = 40_000_000_000L;
  private static final int PAGE = 15;
  static final String PASSWORD = "Tr8-window-pass";

  private final PrintStream out = System.out;

  private TaskListBench() {}

  /**
   * @param args numbers of open tasks to measure at, growing; 1000 10000 100000 if missing
   */
  public static void main(String[] args) {
    int[] sizes =
        args.length == 0
            ? new int[] {1_000, 10_000, 100_000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    new TaskListBench().compare(sizes);
    System.exit(0);
  }

  private void compare(int... sizes) {
    try (var stock =
        StockEngine.start(
            Postgres.newDatabase(),
            "camunda.bpm.authorization.enabled=true",
            "camunda.bpm.job-execution.enabled=false")) {
      deploy(stock.getBean(RepositoryService.class));
      measure("default engine", stock, true, sizes);
    }
    try (var product =
        WholeProduct.start(
            OneWindowApplication.class, Postgres.newDatabase(), WholeProduct.STILL)) {
      measure("product", product, false, sizes);
    }
  }

  private static void deploy(RepositoryService repository) {
    repository
        .createDeployment()
        .addModelInstance(
            "bench.bpmn",
            Bpmn.createExecutableProcess("company-registration")
                .startEvent()
                .userTask("task")
                .endEvent()
                .done())
        .deploy();
  }

  private void measure(String who, ApplicationContext context, boolean grants, int... sizes) {
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    ProcessEngine engine = context.getBean(ProcessEngine.class);
    int there = 0;
    for (int size : sizes) {
      write(jdbc, engine.getRepositoryService(), there, size, grants);
      there = size;
      for (String group : List.of(SMALL.get(0), LARGE)) {
        String filter = filter(engine, size, group);
        ask(who, engine, size, group, filter);
        if (context instanceof WebServerApplicationContext web) {
          ask(engine, size, group, filter, web.getWebServer().getPort());
        }
      }
    }
  }

  /** Open tasks as the engine would have written them, of which the list reads four tables. */
  static void write(
      JdbcTemplate jdbc, RepositoryService repository, int from, int to, boolean grants) {
    String definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("company-registration")
            .latestVersion()
            .singleResult()
            .getId();
    String groups = "(array['" + String.join("','", SMALL) + "'])[1 + i % " + SMALL.size() + "]";
    String group = "case when i % 5 = 0 then '" + LARGE + "' else " + groups + " end";
    // independent of the group
    String place = "(array['" + String.join("','", PLACES) + "'])[1 + (i / 41) % 4]";
    String numbers = " from generate_series(" + from + ", " + (to - 1) + ") i";
    jdbc.update(
        "insert into ACT_RU_EXECUTION (ID_, REV_, ROOT_PROC_INST_ID_, PROC_INST_ID_,"
            + " BUSINESS_KEY_, PROC_DEF_ID_, ACT_ID_, IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_,"
            + " IS_EVENT_SCOPE_, SUSPENSION_STATE_, CACHED_ENT_STATE_, TENANT_ID_) select "
            + String.join(", ", id('e'), "1", id('e'), id('e'), "'n' || i, ?, 'task'")
            + ", true, false, true, false, 1, 2, "
            + place
            + numbers,
        definition);
    jdbc.update(
        "insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_,"
            + " TASK_DEF_KEY_, PRIORITY_, CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_, TENANT_ID_)"
            + " select "
            + String.join(", ", id('t'), "1", id('e'), id('e'), "?, '审核材料', 'task', 50")
            + ", timestamp '2026-11-01' + i % 9973 * interval '1 minute'"
            + ", timestamp '2026-11-20' + i % 7919 * interval '1 minute', 1, "
            + place
            + numbers,
        definition);
    jdbc.update(
        "insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_, TENANT_ID_) select "
            + String.join(", ", id('l'), "1", group, "'candidate'", id('t'), place)
            + numbers);
    if (grants) {
      jdbc.update(
          "insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, GROUP_ID_, RESOURCE_TYPE_,"
              + " RESOURCE_ID_, PERMS_) select "
              + String.join(", ", id('a'), "1", "1", group, "7", id('t'), "6")
              + numbers);
    }
    jdbc.execute("vacuum analyze");
  }

  private static String id(char kind) {
    return "md5('" + kind + "' || i)::uuid::text";
  }

  /** Of the group, as Tasklist's are. */
  static String filter(ProcessEngine engine, int size, String group) {
    FilterService filters = engine.getFilterService();
    Filter filter =
        filters.saveFilter(
            filters
                .newTaskFilter("bench " + size + group)
                .setQuery(
                    engine
                        .getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup(group)
                        .includeAssignedTasks()
                        .orderByDueDate()
                        .asc()));
    Authorization grant =
        engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId(group);
    grant.setResource(Resources.FILTER);
    grant.setResourceId(filter.getId());
    grant.setPermissions(new Permission[] {Permissions.READ});
    engine.getAuthorizationService().saveAuthorization(grant);
    return filter.getId();
  }

  /** How long a list's first page and its count took, in milliseconds, and what was counted. */
  record Answers(long found, List<Double> pages, List<Double> counts) {}

  private void ask(String who, ProcessEngine engine, int size, String group, String filter) {
    Answers took = answers(engine, group, filter);
    tell(who, size, group + ", " + took.found() + " seen", took.pages(), took.counts());
  }

  /** What Tasklist asks: active tasks, the one that came last on top; by the engine's service. */
  static Answers answers(ProcessEngine engine, String group, String filter) {
    FilterService filters = engine.getFilterService();
    IdentityService identity = engine.getIdentityService();
    identity.setAuthentication("clerk", List.of(group, "clerks"), List.of(PLACES.get(0)));
    try {
      long found = filters.count(filter, asked(engine));
      return new Answers(
          found,
          times(() -> require(filters.listPage(filter, asked(engine), 0, PAGE).size() == PAGE)),
          times(() -> require(filters.count(filter, asked(engine)) == found)));
    } finally {
      identity.clearAuthentication();
    }
  }

  /** The same over HTTP, signed in; and with a word typed into the search above the list. */
  private void ask(ProcessEngine engine, int size, String group, String filter, int port) {
    SignedInClerk clerk = new SignedInClerk(port, clerk(engine, group), PASSWORD);
    String who = "product over HTTP";
    tell(
        who,
        size,
        group,
        times(() -> require(clerk.page(filter, "", PAGE).contains("\"count\""))),
        times(() -> require(!clerk.count(filter).contains("\"count\":0"))));
    tell(
        who,
        size,
        group + ", name like",
        times(() -> clerk.page(filter, "\"nameLike\":\"%材料%\",", PAGE)),
        List.of());
    tell(
        who,
        size,
        group + ", due before",
        times(() -> clerk.page(filter, "\"dueBefore\":\"2026-11-21T00:00:00.000+0800\",", PAGE)),
        List.of());
    tell(
        who,
        size,
        group + ", receipt number",
        times(() -> clerk.page(filter, "\"processInstanceBusinessKey\":\"n5\",", PAGE)),
        List.of());
  }

  /** Somebody of that group and of one jurisdiction. */
  static String clerk(ProcessEngine engine, String group) {
    IdentityService identity = engine.getIdentityService();
    String id = "bench" + group;
    if (identity.createUserQuery().userId(id).count() == 0) {
      User user = identity.newUser(id);
      user.setPassword(PASSWORD);
      identity.saveUser(user);
      if (identity.createGroupQuery().groupId(group).count() == 0) {
        identity.saveGroup(identity.newGroup(group));
      }
      identity.createMembership(id, group);
      identity.createTenantUserMembership(PLACES.get(0), id);
      Authorization grant =
          engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setUserId(id);
      grant.setResource(Resources.APPLICATION);
      grant.setResourceId("tasklist");
      grant.setPermissions(new Permission[] {Permissions.ACCESS});
      engine.getAuthorizationService().saveAuthorization(grant);
    }
    return id;
  }

  private static void require(boolean answered) {
    if (!answered) {
      throw new IllegalStateException("not what was asked for");
    }
  }

  static List<Double> times(Runnable question) {
    List<Double> took = new ArrayList<>();
    long end = System.nanoTime() + LONGEST;
    for (int time = 0; time < ASKED_AT_LEAST || time < ASKED && System.nanoTime() < end; time++) {
      long begun = System.nanoTime();
      question.run();
      took.add((System.nanoTime() - begun) / 1e6);
    }
    return took;
  }

  private static TaskQuery asked(ProcessEngine engine) {
    return engine.getTaskService().createTaskQuery().active().orderByTaskCreateTime().desc();
  }

  /**
   * @param counts empty where nothing is counted besides
   */
  private void tell(String who, int size, String asked, List<Double> lists, List<Double> counts) {
    out.printf(
        Locale.ROOT,
        "| %s | %,d | %s | %.1f / %.1f / %.1f | %s |%n",
        who,
        size,
        asked.replace(LARGE, "a fifth").replace(SMALL.get(0), "a tenth"),
        quantile(lists, 0.5),
        quantile(lists, 0.95),
        quantile(lists, 0),
        counts.isEmpty()
            ? ""
            : "%.1f / %.1f".formatted(quantile(counts, 0.5), quantile(counts, 0)));
  }

  /**
   * 0 for the least. Without the first third, in which a connection's statements are not prepared
   * yet.
   */
  static double quantile(List<Double> took, double share) {
    List<Double> sorted = took.stream().skip(took.size() / 3).sorted().toList();
    return sorted.get((int) (share * (sorted.size() - 1)));
  }
}
