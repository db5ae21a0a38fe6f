package io.onewindow.bench;

import io.onewindow.database.Postgres;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures how fast timers are fired: many that are due at once, and some behind many that are not,
 * by the default engine and by the same with the product's indexes and settings. See
 * bench/timers.md.
 */
public final class TimersBench {

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final String[] INDEXES = {
    "create index ow_job_due on ACT_RU_JOB (DUEDATE_)",
    "create index ow_job_lock on ACT_RU_JOB (LOCK_EXP_TIME_)"
  };

  /** What differs from the default engine. */
  private record Variant(String name, boolean indexed, String... properties) {}

  private static final List<Variant> VARIANTS =
      List.of(
          new Variant("default engine", false),
          new Variant("indexes", true),
          new Variant(
              "indexes, more at a time",
              true,
              "camunda.bpm.job-execution.max-jobs-per-acquisition=10",
              "camunda.bpm.job-execution.queue-capacity=30"));

  private final PrintStream out = System.out;

  private TimersBench() {}

  /**
   * @param args timers due at once, then timers due behind pending ones, and how many those are;
   *     10000 2000 100000 if missing
   */
  public static void main(String[] args) {
    int[] sizes =
        args.length == 3
            ? Arrays.stream(args).mapToInt(Integer::parseInt).toArray()
            : new int[] {10_000, 2_000, 100_000};
    TimersBench bench = new TimersBench();
    for (Variant variant : VARIANTS) {
      bench.measure(variant, sizes[0], 0, 1);
      bench.measure(variant, sizes[1], sizes[2], 1);
    }
    bench.measure(VARIANTS.get(VARIANTS.size() - 1), sizes[0], 0, 2);
    System.exit(0);
  }

  private void measure(Variant variant, int due, int pending, int nodes) {
    String url = Postgres.newDatabase();
    try (var first = StockEngine.start(url, variant.properties())) {
      executor(first).shutdown();
      JdbcTemplate jdbc = first.getBean(JdbcTemplate.class);
      if (variant.indexed()) {
        Arrays.stream(INDEXES).forEach(jdbc::execute);
      }
      write(first, due, pending);
      if (nodes == 1) {
        fire(jdbc, variant, due, pending, executor(first));
        return;
      }
      try (var second = StockEngine.start(url, variant.properties())) {
        fire(jdbc, variant, due, pending, executor(first), executor(second));
      }
    }
  }

  private static JobExecutor executor(ApplicationContext context) {
    return ((ProcessEngineConfigurationImpl)
            context.getBean(ProcessEngine.class).getProcessEngineConfiguration())
        .getJobExecutor();
  }

  /** One instance that waits for its timer, written again and again under new ids. */
  private static void write(ApplicationContext context, int due, int pending) {
    context
        .getBean(RepositoryService.class)
        .createDeployment()
        .addModelInstance(
            "timer.bpmn",
            Bpmn.createExecutableProcess("timer")
                .startEvent()
                .intermediateCatchEvent("due")
                .timerWithDate("${at}")
                .endEvent()
                .done())
        .deploy();
    String instance =
        context
            .getBean(RuntimeService.class)
            .startProcessInstanceByKey(
                "timer",
                Variables.putValue("at", new Date(System.currentTimeMillis() + 86_400_000)))
            .getId();
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    ClonedInstance pattern = new ClonedInstance(jdbc, instance);
    pattern.write(pending, "now() + interval '20 days'");
    pattern.write(due, "now() - interval '1 minute'");
    jdbc.execute("vacuum analyze");
  }

  /** Until all that were due have been fired, or for as long as one waits. */
  private void fire(
      JdbcTemplate jdbc, Variant variant, int due, int pending, JobExecutor... executors) {
    String left = "select count(*) from ACT_RU_JOB where DUEDATE_ < now()";
    long begun = System.nanoTime();
    Arrays.stream(executors).forEach(JobExecutor::start);
    long end = begun + LONGEST.toNanos();
    while (System.nanoTime() < end && jdbc.queryForObject(left, Integer.class) > 0) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    double took = (System.nanoTime() - begun) / 1e9;
    int fired = due - jdbc.queryForObject(left, Integer.class);
    Arrays.stream(executors).forEach(JobExecutor::shutdown);
    requireOnce(jdbc);
    out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %d | %,d in %.1f s | %,.0f |%n",
        variant.name(),
        due,
        pending,
        executors.length,
        fired,
        took,
        fired / took);
  }

  /** None twice, and none of those that are not due. */
  private static void requireOnce(JdbcTemplate jdbc) {
    String done = " from ACT_HI_JOB_LOG where JOB_STATE_ = 2";
    int fired = jdbc.queryForObject("select count(*)" + done, Integer.class);
    int jobs = jdbc.queryForObject("select count(distinct JOB_ID_)" + done, Integer.class);
    int early =
        jdbc.queryForObject(
            "select count(*)" + done + " and JOB_DUEDATE_ > TIMESTAMP_", Integer.class);
    if (fired != jobs || early > 0) {
      throw new IllegalStateException(fired + " fired of " + jobs + ", " + early + " early");
    }
  }
}
