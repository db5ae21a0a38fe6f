package io.onewindow.bench;

import com.sun.management.OperatingSystemMXBean;
import io.onewindow.OneWindowApplication;
import io.onewindow.database.Postgres;
import io.onewindow.engine.OwnParts;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.management.Metrics;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures how fast timers are fired: many that are due at once, and some behind many that are not,
 * by the default engine, by the same with two indexes, and by the product with everything on. See
 * bench/timers.md.
 */
public final class TimersBench {

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final String NAMED = "=";
  private static final String DUE = "now() - interval '1 minute'";
  private static final String NOT_YET = "now() + interval '20 days'";
  private static final String LEFT = "select count(*) from ACT_RU_JOB where DUEDATE_ < now()";
  private static final String[] INDEXES = {
    "create index ow_job_due on ACT_RU_JOB (DUEDATE_)",
    "create index ow_job_lock on ACT_RU_JOB (LOCK_EXP_TIME_)"
  };

  private enum Variant {
    DEFAULT("default engine"),
    INDEXES("default engine, indexes"),
    LEAN("default engine, lean"),
    PRODUCT("product");

    private final String words;

    Variant(String words) {
      this.words = words;
    }
  }

  /** What the product sets, tried on the default engine. */
  private static final String[] SETTINGS =
      Stream.concat(
              Stream.of(
                  "camunda.bpm.job-execution.max-jobs-per-acquisition=200",
                  "camunda.bpm.job-execution.queue-capacity=20",
                  "camunda.bpm.job-execution.core-pool-size=8",
                  "onewindow.engine.timers-together=25",
                  "onewindow.engine.timer-threads=0"),
              Postgres.DRIVER.stream())
          .toArray(String[]::new);

  private final PrintStream out = System.out;
  private final int warm;
  private final int turns;

  /** Timers a second of the default engine, by what was measured. */
  private final Map<String, Double> ofDefault = new HashMap<>();

  private TimersBench(int warm, int turns) {
    this.warm = warm;
    this.turns = turns;
  }

  /**
   * @param arguments timers due at once, timers due behind pending ones, and how many those are;
   *     10000 2000 100000 if missing. Then the variants, all if missing: DEFAULT INDEXES LEAN
   *     PRODUCT; what is said of the default engine needs it to come first. Anywhere: warm=8000,
   *     how many timers the same nodes fire beforehand, as a node in service is not cold, and
   *     turns=5, how often each is measured
   */
  public static void main(String[] arguments) {
    List<String> args = Arrays.stream(arguments).filter(one -> !one.contains(NAMED)).toList();
    int[] sizes =
        args.size() >= 3
            ? args.stream().limit(3).mapToInt(Integer::parseInt).toArray()
            : new int[] {10_000, 2_000, 100_000};
    List<Variant> variants =
        args.size() > 3
            ? args.stream().skip(3).map(Variant::valueOf).toList()
            : List.of(Variant.values());
    TimersBench bench = new TimersBench(named(arguments, "warm", 0), named(arguments, "turns", 3));
    // what is compared stands side by side, as the machine is now busier, now less
    variants.forEach(variant -> bench.measure(variant, sizes[0], 0, 1, 2));
    variants.forEach(variant -> bench.measure(variant, sizes[1], sizes[2], 1));
    System.exit(0);
  }

  private static int named(String[] arguments, String name, int other) {
    return Arrays.stream(arguments)
        .filter(one -> one.startsWith(name + NAMED))
        .mapToInt(one -> Integer.parseInt(one.substring(name.length() + NAMED.length())))
        .findFirst()
        .orElse(other);
  }

  /** In turns with so many nodes of the same, all of which have been started. */
  private void measure(Variant variant, int due, int pending, int... nodes) {
    String url = Postgres.newDatabase();
    List<ConfigurableApplicationContext> contexts = new ArrayList<>();
    try {
      for (int node = 0; node < Arrays.stream(nodes).max().orElseThrow(); node++) {
        contexts.add(start(variant, url));
        executor(contexts.get(node)).shutdown();
      }
      JdbcTemplate jdbc = contexts.get(0).getBean(JdbcTemplate.class);
      if (variant == Variant.INDEXES) {
        Arrays.stream(INDEXES).forEach(jdbc::execute);
      }
      ClonedInstance pattern = pattern(contexts.get(0));
      JobExecutor[] executors =
          contexts.stream().map(TimersBench::executor).toArray(JobExecutor[]::new);
      pattern.write(warm, DUE);
      fire(jdbc, warm, executors);
      pattern.write(pending, NOT_YET);
      Map<Integer, List<Fired>> measured = new TreeMap<>();
      for (int turn = 0; turn < turns; turn++) {
        for (int many : nodes) {
          pattern.write(due, DUE);
          jdbc.execute("vacuum analyze");
          settle();
          measured
              .computeIfAbsent(many, none -> new ArrayList<>())
              .add(fired(jdbc, due, Arrays.copyOf(executors, many)));
        }
      }
      requireOnce(jdbc);
      measured.forEach((many, all) -> tell(variant, due, pending, many, all));
      if (measured.size() > 1) {
        tellTwo(variant, measured.get(1), measured.get(2));
      }
    } finally {
      contexts.forEach(ConfigurableApplicationContext::close);
    }
  }

  private static ConfigurableApplicationContext start(Variant variant, String url) {
    return switch (variant) {
      case DEFAULT, INDEXES -> StockEngine.start(url);
      case LEAN -> StockEngine.start(url, OwnParts.all(), SETTINGS);
      case PRODUCT -> WholeProduct.start(OneWindowApplication.class, url);
    };
  }

  private static JobExecutor executor(ApplicationContext context) {
    return ((ProcessEngineConfigurationImpl)
            context.getBean(ProcessEngine.class).getProcessEngineConfiguration())
        .getJobExecutor();
  }

  /** One instance that waits for its timer, written again and again under new ids. */
  private static ClonedInstance pattern(ApplicationContext context) {
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
                Variables.putValue("at", new Date(System.currentTimeMillis() + 86_400_000))
                    .putValue("jurisdiction", "liaocheng"))
            .getId();
    return new ClonedInstance(context.getBean(JdbcTemplate.class), instance);
  }

  /**
   * What firing them once took.
   *
   * @param cpu of this process for each, in nanoseconds
   */
  private record Fired(int timers, double seconds, double cpu, double commits, double rows) {

    double perSecond() {
      return timers / seconds;
    }
  }

  private static Fired fired(JdbcTemplate jdbc, int due, JobExecutor... executors) {
    Done before = done(jdbc);
    double took = fire(jdbc, due, executors);
    double fired = due - jdbc.queryForObject(LEFT, Integer.class);
    Done after = done(jdbc);
    return new Fired(
        (int) fired,
        took,
        (after.cpu() - before.cpu()) / fired,
        (after.commits() - before.commits()) / fired,
        (after.rows() - before.rows()) / fired);
  }

  private void tell(Variant variant, int due, int pending, int nodes, List<Fired> all) {
    double perSecond = median(all, Fired::perSecond);
    String measured = due + " " + pending + " " + nodes;
    if (variant == Variant.DEFAULT) {
      ofDefault.put(measured, perSecond);
    }
    out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %d | %s | %,.0f | %.1f | %.2f | %.1f | %.1f |%n",
        variant.words,
        due,
        pending,
        nodes,
        all.stream()
            .map(one -> "%,d in %.1f s".formatted(one.timers(), one.seconds()))
            .collect(Collectors.joining("; ")),
        perSecond,
        perSecond / ofDefault.getOrDefault(measured, Double.NaN),
        median(all, Fired::cpu) / 1e6,
        median(all, Fired::commits),
        median(all, Fired::rows));
  }

  private void tellTwo(Variant variant, List<Fired> one, List<Fired> two) {
    List<Double> times =
        IntStream.range(0, one.size())
            .mapToObj(turn -> two.get(turn).perSecond() / one.get(turn).perSecond())
            .toList();
    out.printf(
        Locale.ROOT,
        "%s, two nodes: %.2f times one (%s)%n",
        variant.words,
        median(times, Double::doubleValue),
        times.stream().map("%.2f"::formatted).collect(Collectors.joining("; ")));
  }

  private static <T> double median(List<T> all, ToDoubleFunction<T> value) {
    double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Seconds until all that were due have been fired, or for as long as one waits. */
  private static double fire(JdbcTemplate jdbc, int due, JobExecutor... executors) {
    long successesBefore = successes(executors);
    long begun = System.nanoTime();
    Arrays.stream(executors).forEach(JobExecutor::start);
    long end = begun + LONGEST.toNanos();
    // to ask the database as often would be work that the default engine has no index for
    while (System.nanoTime() < end && successes(executors) - successesBefore < due) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    while (System.nanoTime() < end && jdbc.queryForObject(LEFT, Integer.class) > 0) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    double took = (System.nanoTime() - begun) / 1e9;
    Arrays.stream(executors).forEach(JobExecutor::shutdown);
    return took;
  }

  /**
   * Until what an application does when it has just been started is done, as with one in service.
   */
  private static void settle() {
    var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long second = Duration.ofSeconds(1).toNanos();
    long end = System.nanoTime() + 30 * second;
    long spent;
    do {
      long before = machine.getProcessCpuTime();
      LockSupport.parkNanos(second);
      spent = machine.getProcessCpuTime() - before;
    } while (spent > second / 5 && System.nanoTime() < end);
  }

  /** By the engines' own meters, which count what was committed. */
  private static long successes(JobExecutor... executors) {
    return Arrays.stream(executors)
        .flatMap(executor -> executor.getProcessEngines().stream())
        .mapToLong(
            engine ->
                engine
                    .getProcessEngineConfiguration()
                    .getMetricsRegistry()
                    .getDbMeterByName(Metrics.JOB_SUCCESSFUL)
                    .get())
        .sum();
  }

  /**
   * What there is to say that does not depend on how busy the machine is.
   *
   * @param cpu of this process, in nanoseconds
   */
  private record Done(long cpu, long commits, long rows) {}

  private static Done done(JdbcTemplate jdbc) {
    var cpu = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return jdbc.queryForObject(
        "select xact_commit, tup_inserted + tup_updated + tup_deleted"
            + " from pg_stat_database where datname = current_database()",
        (row, n) -> new Done(cpu.getProcessCpuTime(), row.getLong(1), row.getLong(2)));
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
