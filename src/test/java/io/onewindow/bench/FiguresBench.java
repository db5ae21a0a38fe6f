package io.onewindow.bench;

import io.onewindow.OneWindowApplication;
import io.onewindow.story.Hall;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.figures.Figures;
import io.onewindow.supervision.figures.RandomHalls;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures how long supervisors' figures take to be asked for, and to be kept, as years of history
 * grow. See bench/figures.md.
 */
public final class FiguresBench {

  /** The application and what plays cases. */
  @Import({OneWindowApplication.class, Hall.class, RandomHalls.class})
  @TestConfiguration(proxyBeanMethods = false)
  static class Application {}

  private static final int ASKED = 40;
  private static final String SUPERVISOR = "lcSupervisor";

  private final ConfigurableApplicationContext context;
  private final PrintStream out;
  private final JdbcTemplate jdbc;
  private final Projection projection;

  private FiguresBench(ConfigurableApplicationContext context, PrintStream out) {
    this.context = context;
    this.out = out;
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.projection = context.getBean(Projection.class);
  }

  /**
   * @param args JDBC URL, then the numbers of cases to measure at, growing
   */
  public static void main(String[] args) {
    try (var context =
        new SpringApplicationBuilder(Application.class)
            .profiles("demo")
            .run(
                "--spring.datasource.url=" + args[0],
                "--spring.datasource.username=" + (args[0].contains(":h2:") ? "sa" : "postgres"),
                "--camunda.bpm.job-execution.enabled=false",
                "--onewindow.figures.unattended=false",
                "--onewindow.redating.unattended=false",
                "--server.port=0",
                "--logging.level.root=WARN")) {
      FiguresBench bench = new FiguresBench(context, System.out);
      bench.run(Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray());
    } finally {
      ClockUtil.reset();
    }
  }

  private void run(int... sizes) {
    projection.catchUp();
    RandomHalls halls = context.getBean(RandomHalls.class);
    halls.open(20261121, "2026-09-14T09:00");
    long begun = System.nanoTime();
    halls.live(160, 60);
    double lived = seconds(begun);
    int steps = completed();
    projection.catchUp();
    // warm: the same cases once more
    jdbc.update(
        "insert into ow_fact_due (instance_id) select process_instance_id from ow_fact_case");
    int again = jdbc.queryForObject("select count(*) from ow_fact_due", Integer.class);
    begun = System.nanoTime();
    projection.catchUp();
    out.printf(
        "played %d steps in %.1f s (timers and searches of the play included);"
            + " %d cases counted again in %.2f s%n",
        steps, lived, again, seconds(begun));
    ClonedCases cases = new ClonedCases(jdbc);
    cases.learn(halls.cases().stream().map(ProcessInstance::getBusinessKey).toList());
    int there = halls.cases().size();
    for (int size : sizes) {
      begun = System.nanoTime();
      cases.write(size - there);
      double written = seconds(begun);
      begun = System.nanoTime();
      projection.rebuild();
      projection.catchUp();
      out.printf(
          "%,d cases: written in %.0f s, counted from the beginning in %.0f s, sums %,d%n",
          size,
          written,
          seconds(begun),
          jdbc.queryForObject("select count(*) from ow_fact_sum", Integer.class));
      there = size;
      measure(size);
    }
  }

  private int completed() {
    return (int)
        context
            .getBean(HistoryService.class)
            .createHistoricTaskInstanceQuery()
            .taskDeleteReason("completed")
            .count();
  }

  private void measure(int size) {
    LocalDate today =
        LocalDate.ofInstant(context.getBean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"));
    String month = today.minusDays(29).toString();
    String year = today.minusYears(1).plusDays(1).toString();
    String model = "company-registration";
    Map<String, Map<String, String>> questions = new LinkedHashMap<>();
    questions.put("dashboard", Map.of());
    questions.put("open-cases", Map.of());
    questions.put("late-cases", Map.of("from", month));
    questions.put("cycle-times (30 days)", Map.of("from", month));
    questions.put("cycle-times (1 year)", Map.of("from", year));
    questions.put("heat (30 days)", Map.of("definition", model, "from", month));
    questions.put("heat (1 year)", Map.of("definition", model, "from", year));
    questions.put("trend (13 weeks)", Map.of());
    questions.put("attributable (1 year)", Map.of("from", year));
    questions.put("jurisdictions (1 year)", Map.of("service", model, "from", year));
    questions.forEach(
        (name, query) -> out.printf("%,d | %s | %s%n", size, name, times(name, query)));
  }

  private String times(String name, Map<String, String> query) {
    Figures figures = context.getBean(Figures.class);
    Hall hall = context.getBean(Hall.class);
    String question = name.split(" ")[0];
    List<Double> took = new ArrayList<>();
    for (int time = 0; time < ASKED; time++) {
      took.add(
          hall.as(
              SUPERVISOR,
              () -> {
                long begun = System.nanoTime();
                figures.answer(question, query);
                return seconds(begun) * 1000;
              }));
    }
    took.sort(Double::compare);
    return "median %.0f ms, p95 %.0f ms"
        .formatted(took.get(ASKED / 2), took.get(ASKED * 95 / 100 - 1));
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
