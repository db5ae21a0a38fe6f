package io.onewindow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.OneWindowApplication;
import io.onewindow.story.Hall;
import io.onewindow.supervision.eventlog.EventLogs;
import io.onewindow.supervision.eventlog.LogFormat;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.figures.Figures;
import io.onewindow.supervision.figures.RandomHalls;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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
  private static final int EVENTS = 160;
  private static final int TOLD_EVERY = 50_000;
  private static final String SUPERVISOR = "lcSupervisor";

  private final ConfigurableApplicationContext context;
  private final PrintStream out;
  private final JdbcTemplate jdbc;
  private final Projection projection;
  private final Figures figures;
  private final RandomHalls halls;
  private final Hall hall;
  private final ObjectMapper json;

  private FiguresBench(ConfigurableApplicationContext context, PrintStream out) {
    this.context = context;
    this.out = out;
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.projection = context.getBean(Projection.class);
    this.figures = context.getBean(Figures.class);
    this.halls = context.getBean(RandomHalls.class);
    this.hall = context.getBean(Hall.class);
    this.json = context.getBean(ObjectMapper.class);
  }

  /**
   * @param args JDBC URL, then the numbers of cases to measure at, growing; then {@code export} to
   *     export the last of them as event logs besides
   */
  public static void main(String[] args) throws IOException {
    try (var context = WholeProduct.start(Application.class, args[0], WholeProduct.STILL)) {
      FiguresBench bench = new FiguresBench(context, System.out);
      List<String> sizes = new ArrayList<>(List.of(args).subList(1, args.length));
      boolean exports = sizes.remove("export");
      bench.run(args[0], sizes.stream().mapToInt(Integer::parseInt).toArray());
      if (exports) {
        bench.export();
      }
    } finally {
      ClockUtil.reset();
    }
  }

  private void run(String url, int... sizes) {
    projection.catchUp();
    halls.open(20261121, "2026-09-14T09:00");
    halls.live(EVENTS, 60);
    halls.goOn(2 * EVENTS, 30);
    halls.live(EVENTS / 4, 60);
    halls.answerSupervisions();
    projection.catchUp();
    CasePatterns patterns = new CasePatterns(jdbc);
    patterns.learn(halls.cases().stream().map(ProcessInstance::getBusinessKey).toList());
    out.printf("patterns: %d ended, %d open%n", patterns.ended().size(), patterns.open().size());
    CaseWriter writer =
        url.contains(":h2:")
            ? new ClonedCases(jdbc, patterns)
            : new PostgresCases(jdbc, patterns, out);
    int there = halls.cases().size();
    for (int size : sizes) {
      long begun = System.nanoTime();
      writer.write(size - there);
      double written = seconds(begun);
      begun = System.nanoTime();
      recount();
      out.printf(
          "%,d cases: written in %.0f s, counted from the beginning in %.0f s, sums %,d, open %,d%n",
          size, written, seconds(begun), rows("ow_fact_sum"), open());
      there = size;
      measure(size);
      measureSteps(size);
    }
  }

  private void recount() {
    projection.rebuild();
    int told = 0;
    while (projection.step()) {
      int done = projection.state().done();
      if (done - told >= TOLD_EVERY) {
        told = done;
        out.printf("  %,d cases counted%n", done);
      }
    }
    if (!url().contains(":h2:")) {
      List.of("ow_fact_case", "ow_fact_step", "ow_fact_sum", "ow_fact_time")
          .forEach(table -> jdbc.execute("analyze " + table));
    }
  }

  private String url() {
    return context.getEnvironment().getRequiredProperty("spring.datasource.url");
  }

  private int rows(String table) {
    return jdbc.queryForObject("select count(*) from " + table, Integer.class);
  }

  private int open() {
    return rows("ow_fact_case where whole and ended_at is null");
  }

  private void measure(int size) {
    LocalDate today =
        LocalDate.ofInstant(context.getBean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"));
    String month = today.minusDays(29).toString();
    String year = today.minusYears(1).plusDays(1).toString();
    String years = today.minusYears(5).plusDays(1).toString();
    String model = "company-registration";
    Map<String, Map<String, String>> questions = new LinkedHashMap<>();
    questions.put("dashboard", Map.of());
    questions.put("open-cases", Map.of());
    questions.put("open-cases (red)", Map.of("light", "RED"));
    questions.put("late-cases (30 days)", Map.of("from", month));
    questions.put("late-cases (1 year)", Map.of("from", year));
    questions.put("cycle-times (30 days)", Map.of("from", month));
    questions.put("cycle-times (1 year)", Map.of("from", year));
    questions.put("cycle-times (5 years)", Map.of("from", years));
    questions.put("cycle-times (by person, 1 year)", Map.of("from", year, "by", "person"));
    questions.put("heat (30 days)", Map.of("definition", model, "from", month));
    questions.put("heat (1 year)", Map.of("definition", model, "from", year));
    questions.put("trend (13 weeks)", Map.of());
    questions.put("trend (52 weeks, by step)", Map.of("weeks", "52", "by", "step"));
    questions.put("attributable (1 year)", Map.of("from", year));
    questions.put("jurisdictions (1 year)", Map.of("service", model, "from", year));
    questions.forEach(
        (name, query) -> out.printf("%,d | %s | %s%n", size, name, times(name, query)));
  }

  private String times(String name, Map<String, String> query) {
    String question = name.split(" ")[0];
    List<Double> took = new ArrayList<>();
    for (int time = 0; time < ASKED; time++) {
      long begun = System.nanoTime();
      ask(question, query);
      took.add(seconds(begun) * 1000);
    }
    JsonNode answer = json.valueToTree(ask(question, query));
    took.sort(Double::compare);
    return "median %.0f ms | p95 %.0f ms | %s"
        .formatted(took.get(ASKED / 2), took.get((int) Math.ceil(ASKED * 0.95) - 1), shown(answer));
  }

  private Object ask(String question, Map<String, String> query) {
    return hall.as(SUPERVISOR, () -> figures.answer(question, query));
  }

  /** How much there is to see in an answer, so that nobody measures an empty page. */
  private static String shown(JsonNode answer) {
    for (String list : List.of("items", "elements", "weeks", "shares")) {
      if (answer.has(list)) {
        int work = 0;
        for (JsonNode one : answer.get(list)) {
          work += one.path("count").asInt() + one.path("ended").asInt();
        }
        String total = answer.has("total") ? " of %,d".formatted(answer.get("total").asInt()) : "";
        return "%d rows%s%s"
            .formatted(
                answer.get(list).size(), total, work > 0 ? ", work %,d".formatted(work) : "");
      }
    }
    return "open %,d, this year %,d"
        .formatted(
            answer.at("/open/total").asInt(),
            answer.at("/keeping/3/steps/within").asInt()
                + answer.at("/keeping/3/steps/beyond").asInt());
  }

  /** What the figures cost beside the step they are of, each counted right after it. */
  private void measureSteps(int size) {
    List<Double> steps = new ArrayList<>();
    List<Double> counts = new ArrayList<>();
    halls.toldOfCompleted(
        nanos -> {
          steps.add(nanos / 1e6);
          long begun = System.nanoTime();
          projection.catchUp();
          counts.add(seconds(begun) * 1000);
        });
    halls.live(EVENTS, 60);
    halls.toldOfCompleted(nanos -> {});
    double step = steps.stream().mapToDouble(one -> one).sum();
    double count = counts.stream().mapToDouble(one -> one).sum();
    steps.sort(Double::compare);
    counts.sort(Double::compare);
    out.printf(
        "%,d | %d completed steps | median %.1f ms, its count %.1f ms | in all %.2f of the step%n",
        size,
        steps.size(),
        steps.get(steps.size() / 2),
        counts.get(counts.size() / 2),
        count / step);
  }

  /** Exports everything, and looks every ten thousand cases what the heap really holds. */
  private void export() throws IOException {
    for (LogFormat format : LogFormat.values()) {
      Path file = Files.createTempFile("bench-" + format, ".gz");
      long before = held();
      long[] most = new long[1];
      long begun = System.nanoTime();
      EventLogs.Written written =
          context
              .getBean(EventLogs.class)
              .ofAll(
                  format,
                  null,
                  null,
                  null,
                  null,
                  file,
                  (done, total) -> {
                    if (done % 10_000 == 0) {
                      most[0] = Math.max(most[0], held() - before);
                      out.printf("  %,d of %,d cases exported%n", done, total);
                    }
                  });
      out.printf(
          "%s: %,d cases, %,d events, %,d MB packed, %.0f s, at most %d MB of heap beyond the rest%n",
          format,
          written.cases(),
          written.events(),
          written.bytes() >> 20,
          seconds(begun),
          most[0] >> 20);
      Files.delete(file);
    }
  }

  private static long held() {
    System.gc();
    Runtime heap = Runtime.getRuntime();
    return heap.totalMemory() - heap.freeMemory();
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
