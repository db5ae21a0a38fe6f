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

  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final String[] INDEXES = {
    "create index ow_job_due on ACT_RU_JOB (DUEDATE_)",
    "create index ow_job_lock on ACT_RU_JOB (LOCK_EXP_TIME_)"
  };

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
    for (List<String> settings : List.of(List.<String>of(), PRODUCT)) {
      bench.measure(settings, sizes[0], 0, 1);
      bench.measure(settings, sizes[1], sizes[2], 1);
    }
    bench.measure(PRODUCT, sizes[0], 0, 2);
    System.exit(0);
  }

  /** As in application.yaml. */
  private static final List<String> PRODUCT =
      List.of(
          "camunda.bpm.job-execution.max-jobs-per-acquisition=10",
          "camunda.bpm.job-execution.queue-capacity=50");

  private void measure(List<String> settings, int due, int pending, int nodes) {
    String url = Postgres.newDatabase();
    String[] properties = settings.toArray(String[]::new);
    try (var first = StockEngine.start(url, properties)) {
      executor(first).shutdown();
      JdbcTemplate jdbc = first.getBean(JdbcTemplate.class);
      if (!settings.isEmpty()) {
        Arrays.stream(INDEXES).forEach(jdbc::execute);
      }
      write(first, due, pending);
      if (nodes == 1) {
        tell(settings, due, pending, nodes, fire(jdbc, due, executor(first)));
      } else {
        try (var second =
            StockEngine.start(url, with(properties, "camunda.bpm.job-execution.enabled=true"))) {
          tell(settings, due, pending, nodes, fire(jdbc, due, executor(first), executor(second)));
        }
      }
    }
  }

  private static String[] with(String[] properties, String one) {
    String[] all = Arrays.copyOf(properties, properties.length + 1);
    all[properties.length] = one;
    return all;
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

  /**
   * @return seconds until all that were due have been fired
   */
  private static double fire(JdbcTemplate jdbc, int due, JobExecutor... executors) {
    long begun = System.nanoTime();
    Arrays.stream(executors).forEach(JobExecutor::start);
    long end = begun + LONGEST.toNanos();
    while (jdbc.queryForObject(
            "select count(*) from ACT_RU_JOB where DUEDATE_ < now()", Integer.class)
        > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("timers are left after " + LONGEST);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    double took = (System.nanoTime() - begun) / 1e9;
    Arrays.stream(executors).forEach(JobExecutor::shutdown);
    int fired =
        jdbc.queryForObject(
            "select count(*) from ACT_HI_JOB_LOG where JOB_STATE_ = 2", Integer.class);
    int jobs =
        jdbc.queryForObject(
            "select count(distinct JOB_ID_) from ACT_HI_JOB_LOG where JOB_STATE_ = 2",
            Integer.class);
    if (fired != due || jobs != due) {
      throw new IllegalStateException(fired + " fired, " + jobs + " of " + due);
    }
    return took;
  }

  private void tell(List<String> settings, int due, int pending, int nodes, double took) {
    out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %d | %.1f s | %,.0f |%n",
        settings.isEmpty() ? "default engine" : "with the product's indexes and settings",
        due,
        pending,
        nodes,
        took,
        due / took);
  }
}
