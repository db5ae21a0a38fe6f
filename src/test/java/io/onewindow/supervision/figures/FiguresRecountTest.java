package io.onewindow.supervision.figures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseFile;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.department.Departments;
import io.onewindow.promise.CalendarChanged;
import io.onewindow.promise.HallCalendars;
import io.onewindow.promise.OfficeHoursChange;
import io.onewindow.promise.PromisedLimits;
import io.onewindow.promise.RedatingInTest;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import io.onewindow.supervision.AttributableTime;
import io.onewindow.supervision.AttributableTimes;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.figures.BruteForce.Case;
import io.onewindow.supervision.figures.BruteForce.Limit;
import io.onewindow.supervision.figures.BruteForce.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every figure of a random history beside a recount of the raw history that shares no code. */
@StoryTest
@OnBothDatabases
@Import({
  RandomHalls.class,
  BruteForce.class,
  NewVersions.class,
  OfficeHoursChange.class,
  RedatingInTest.class
})
class FiguresRecountTest {

  /** What has to happen for the test to say something. */
  private static final Set<String> KINDS =
      Set.of("paused", "resumed", "extended", "returned", "claimed", "withdrawn", "power");

  /** From and to within months, so that sums of days, weeks and months are read together. */
  private static final String FROM = "2026-09-02";

  private static final String TO = "2026-12-30";
  private static final Map<String, Set<String>> SUPERVISORS =
      Map.of(
          "nySupervisor", Set.of("ningyang"),
          "hkSupervisor", Set.of("hekou"),
          "lcSupervisor", Set.of("liaocheng", "shenxian"));

  @Autowired private Hall hall;
  @Autowired private RandomHalls halls;
  @Autowired private BruteForce raw;
  @Autowired private NewVersions versions;
  @Autowired private OfficeHoursChange hours;
  @Autowired private RedatingInTest redating;
  @Autowired private Projection projection;
  @Autowired private Figures figures;
  @Autowired private AttributableTimes times;
  @Autowired private CaseFile files;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Autowired private PromisedLimits limits;
  @Autowired private HallCalendars calendars;
  @Autowired private Departments departments;

  private int joins;
  private int trials;

  @BeforeEach
  void nothingHappenedYet() {
    projection.catchUp();
    Forgetting.everything(jdbc);
  }

  @AfterEach
  void closeTheHall() {
    hours.undo("ningyang");
    hall.closes();
    versions.forget();
    for (String table :
        List.of("ow_redating_hold", "ow_redating_line", "ow_redating", "ow_pause", "ow_clock")) {
      jdbc.sql("delete from " + table).update();
    }
    Forgetting.everything(jdbc);
  }

  @Test
  void everyFigureEqualsARecountOfTheRawHistory() {
    halls.open(20261121, "2026-09-14T09:00");
    halls.live(120, 90);
    compareAll();
    // the calendar changes, and with it running limits and time that has passed
    hours.to("ningyang", "08:00-12:00,13:30-17:30");
    assertThat(redating.previewOf("ningyang")).as("limits re-dated").isPositive();
    redating.apply();
    events.publishEvent(new CalendarChanged(Set.of("ningyang")));
    halls.live(50, 90);
    halls.goOn(150, 30);
    halls.doWhatChanceLeftOut();
    versions.migrate("company-registration", halls.cases());
    halls.live(50, 200);
    compareAll();
    assertThat(halls.done()).containsKeys(KINDS.toArray(String[]::new));
    assertThat(versions.migrated()).isPositive();
    assertThat(joins).isPositive();
    assertThat(trials).isPositive();
    countsTheSameFromTheBeginning();
  }

  /** From nothing, and again: the second time nothing is otherwise. */
  private void countsTheSameFromTheBeginning() {
    Map<String, String> before = answers();
    for (String table : List.of("ow_fact_case", "ow_fact_step", "ow_fact_sum", "ow_fact_time")) {
      jdbc.sql("delete from " + table).update();
    }
    projection.rebuild();
    projection.catchUp();
    assertThat(projection.state().different()).isPositive();
    assertThat(answers()).isEqualTo(before);
    projection.rebuild();
    projection.catchUp();
    assertThat(projection.state().different()).isZero();
  }

  private Map<String, String> answers() {
    Map<String, String> all = new TreeMap<>();
    for (String person : SUPERVISORS.keySet()) {
      for (String name :
          List.of(
              "dashboard", "open-cases", "late-cases", "cycle-times", "trend", "attributable")) {
        all.put(person + " " + name, ask(person, name, Map.of()).toString());
      }
      all.put(person + " heat", heat(person, "company-registration").toString());
      all.put(
          person + " jurisdictions",
          ask(person, "jurisdictions", Map.of("service", "company-registration")).toString());
    }
    return all;
  }

  private void compareAll() {
    projection.catchUp();
    raw.count(halls.cases().stream().map(ProcessInstance::getBusinessKey).toList());
    SUPERVISORS.forEach(
        (person, places) -> {
          List<Step> steps = raw.steps.stream().filter(s -> places.contains(s.place())).toList();
          List<Case> cases = raw.cases.stream().filter(c -> places.contains(c.place())).toList();
          compareCycleTimes(person, steps, cases);
          for (String model : List.of("company-registration", "receive-and-accept")) {
            compareHeat(person, model, steps, cases);
          }
          compareDashboard(person, steps, cases);
          compareLate(person, steps, cases);
          compareTrend(person, cases);
          compareAttributable(person, places);
          compareUnder(person, places, cases);
        });
    compareTrials();
  }

  private void compareCycleTimes(String person, List<Step> steps, List<Case> cases) {
    List<Step> people = steps.stream().filter(s -> !s.isContainer()).toList();
    List<Step> staff = people.stream().filter(s -> !s.forApplicant()).toList();
    compareLines(
        person,
        "step",
        people,
        s -> s.service() + "|" + s.processKey() + "|" + s.activityId() + "|" + s.department(),
        l -> l("service", l) + l("processKey", l) + l("activityId", l) + last("department", l));
    compareLines(person, "department", staff, Step::department, l -> last("department", l));
    compareLines(
        person,
        "person",
        staff,
        s -> s.department() + "|" + s.person(),
        l -> l("department", l) + last("person", l));
    JsonNode lines = ask(person, "cycle-times", Map.of("by", "case")).at("/items");
    Map<String, List<Case>> byService =
        cases.stream().filter(Case::whole).collect(groupingBy(Case::service));
    assertThat(lines).hasSize(byService.size());
    for (JsonNode line : lines) {
      List<Case> own = byService.get(line.get("service").asText());
      List<Case> ended = own.stream().filter(c -> c.end() != null).toList();
      assertThat(line.get("count").asInt()).isEqualTo(ended.size());
      assertThat(line.get("open").asInt()).isEqualTo(own.size() - ended.size());
      compareLimits(line, own.stream().map(Case::limit).toList(), person);
      compareDurations(line.get("working"), ended, Case::working);
      compareDurations(line.get("net"), ended, Case::net);
      compareDurations(line.get("gross"), ended, Case::gross);
    }
  }

  private void compareLines(
      String person,
      String by,
      List<Step> steps,
      Function<Step, String> keyOfStep,
      Function<JsonNode, String> keyOfLine) {
    Map<String, List<Step>> expected = steps.stream().collect(groupingBy(keyOfStep));
    JsonNode lines = ask(person, "cycle-times", Map.of("by", by)).at("/items");
    Map<String, JsonNode> found = new HashMap<>();
    lines.forEach(line -> found.put(keyOfLine.apply(line), line));
    assertThat(found.keySet()).as("%s by %s", person, by).isEqualTo(expected.keySet());
    found.forEach((key, line) -> compareLine(person + " " + key, line, expected.get(key)));
  }

  private void compareLine(String what, JsonNode line, List<Step> steps) {
    List<Step> ended = steps.stream().filter(s -> s.end() != null).toList();
    assertThat(line.get("count").asInt()).as(what).isEqualTo(ended.size());
    assertThat(line.get("open").asInt()).as(what).isEqualTo(steps.size() - ended.size());
    compareLimits(line, steps.stream().map(Step::limit).toList(), what);
    assertThat(line.get("returns").asLong())
        .as(what)
        .isEqualTo(ended.stream().filter(Step::returned).count());
    compareDurations(line.get("working"), ended, Step::working);
    compareDurations(line.get("net"), ended, Step::net);
    compareDurations(line.get("gross"), ended, Step::gross);
    compareDurations(
        line.get("waiting"), ended.stream().filter(s -> s.waiting() >= 0).toList(), Step::waiting);
  }

  private void compareLimits(JsonNode line, List<Limit> all, String what) {
    List<Limit> limits = all.stream().filter(one -> one != null).toList();
    long within = count(limits, one -> "KEPT".equals(one.outcome()));
    long beyond = count(limits, one -> isBroken(one));
    assertThat(line.get("within").asLong()).as(what).isEqualTo(within);
    assertThat(line.get("beyond").asLong()).as(what).isEqualTo(beyond);
    assertThat(line.get("kept").asLong())
        .as(what)
        .isEqualTo(count(limits, one -> one.promised() && "KEPT".equals(one.outcome())));
    assertThat(line.get("broken").asLong())
        .as(what)
        .isEqualTo(count(limits, one -> one.promised() && isBroken(one)));
    assertThat(decimal(line.get("onTimeShare"))).as(what).isEqualTo(share(within, within + beyond));
    assertThat(line.get("openLate").asLong())
        .as(what)
        .isEqualTo(count(limits, one -> one.hasPassed(now())));
  }

  private boolean isBroken(Limit one) {
    return "BROKEN".equals(one.outcome()) || one.hasPassed(now());
  }

  private static long count(List<Limit> limits, Predicate<Limit> which) {
    return limits.stream().filter(which).count();
  }

  private <T> void compareDurations(JsonNode found, List<T> all, ToLongFunction<T> millis) {
    List<Long> sorted = all.stream().map(millis::applyAsLong).sorted().toList();
    assertThat(decimal(found.get("mean"))).isEqualTo(mean(sorted));
    for (int percent : new int[] {50, 80, 90, 95}) {
      JsonNode figure = found.get("p" + percent);
      assertThat(figure.isNull() ? null : figure.asText()).isEqualTo(percentile(sorted, percent));
    }
  }

  private static String mean(List<Long> millis) {
    return millis.isEmpty()
        ? null
        : BigDecimal.valueOf(millis.stream().mapToLong(Long::longValue).sum())
            .divide(BigDecimal.valueOf(60_000L * millis.size()), 1, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }

  /** Nearest rank, in whole minutes, of which only the eight leading binary digits stay. */
  private static String percentile(List<Long> sorted, int percent) {
    if (sorted.isEmpty()) {
      return null;
    }
    int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
    String bits = Long.toBinaryString(sorted.get(Math.max(rank, 1) - 1) / 60_000);
    String kept = bits.length() <= 8 ? bits : bits.substring(0, 8) + "0".repeat(bits.length() - 8);
    return String.valueOf(Long.parseLong(kept, 2));
  }

  private void compareHeat(String person, String model, List<Step> steps, List<Case> cases) {
    JsonNode heat = heat(person, model);
    List<Step> own = steps.stream().filter(s -> s.processKey().equals(model)).toList();
    Set<String> services =
        model.equals("receive-and-accept")
            ? own.stream().map(Step::service).collect(toSet())
            : Set.of(model);
    long caseTime =
        cases.stream()
            .filter(c -> c.end() != null && services.contains(c.service()))
            .mapToLong(Case::working)
            .sum();
    Map<String, List<Step>> byElement = own.stream().collect(groupingBy(Step::activityId));
    int lasts = 0;
    for (JsonNode element : heat.get("elements")) {
      String what = person + " " + element.get("activityId").asText();
      List<Step> here =
          byElement.getOrDefault(element.get("activityId").asText(), new ArrayList<>());
      byElement.remove(element.get("activityId").asText());
      List<Step> ended = here.stream().filter(s -> s.end() != null).toList();
      assertThat(element.get("count").asInt()).as(what).isEqualTo(ended.size());
      assertThat(element.get("open").asInt()).as(what).isEqualTo(here.size() - ended.size());
      List<Long> working = ended.stream().map(Step::working).sorted().toList();
      assertThat(text(element.get("medianMinutes"))).as(what).isEqualTo(percentile(working, 50));
      assertThat(text(element.get("p90Minutes"))).as(what).isEqualTo(percentile(working, 90));
      List<Long> waiting = ended.stream().map(Step::waiting).filter(w -> w >= 0).sorted().toList();
      assertThat(text(element.get("waitingMedianMinutes")))
          .as(what)
          .isEqualTo(percentile(waiting, 50));
      List<Limit> limits = here.stream().map(Step::limit).filter(limit -> limit != null).toList();
      long beyond = count(limits, this::isBroken);
      long within = count(limits, one -> "KEPT".equals(one.outcome()));
      assertThat(decimal(element.get("lateShare")))
          .as(what)
          .isEqualTo(share(beyond, beyond + within));
      assertThat(decimal(element.get("caseShare")))
          .as(what)
          .isEqualTo(share(ended.stream().mapToLong(Step::working).sum(), caseTime));
      assertThat(element.get("returns").asLong())
          .as(what)
          .isEqualTo(ended.stream().filter(Step::returned).count());
      assertThat(element.get("lastAtJoin").asLong())
          .as(what)
          .isEqualTo(ended.stream().filter(Step::last).count());
      lasts += element.get("lastAtJoin").asInt();
    }
    assertThat(byElement).isEmpty();
    joins += lasts;
  }

  private void compareDashboard(String person, List<Step> steps, List<Case> cases) {
    JsonNode board = ask(person, "dashboard", Map.of());
    List<Step> staff = steps.stream().filter(s -> !s.isContainer() && !s.forApplicant()).toList();
    for (JsonNode keeping : board.get("keeping")) {
      LocalDate from = LocalDate.parse(keeping.get("from").asText());
      LocalDate to = LocalDate.parse(keeping.get("to").asText());
      compareKept(person, keeping.get("cases"), cases.stream().map(Case::limit).toList(), from, to);
      compareKept(person, keeping.get("steps"), staff.stream().map(Step::limit).toList(), from, to);
    }
    long open = cases.stream().filter(c -> c.whole() && c.end() == null).count();
    JsonNode lights = board.get("open");
    assertThat(lights.get("total").asLong()).isEqualTo(open);
    Map<String, Long> expected = new HashMap<>();
    for (Case one : cases) {
      if (one.whole() && one.end() == null) {
        expected.merge(light(one.receiptNo()), 1L, Long::sum);
      }
    }
    for (String light : List.of("green", "amber", "red", "paused", "untimed")) {
      assertThat(lights.get(light).asLong())
          .as(person + " " + light)
          .isEqualTo(expected.getOrDefault(light, 0L));
    }
  }

  /** By the most pressing running clock of the case's process instances. */
  private String light(String receiptNo) {
    List<Integer> severities =
        jdbc.sql(
                "select k.* from ow_clock k join ACT_HI_PROCINST p on p.PROC_INST_ID_ ="
                    + " k.process_instance_id join ACT_HI_PROCINST q on q.PROC_INST_ID_ ="
                    + " k.called_instance_id where p.BUSINESS_KEY_ = ? and k.stopped_at is null"
                    + " and q.PROC_DEF_KEY_ <> 'supervise-overdue'")
            .param(receiptNo)
            .query(
                (row, n) -> {
                  Instant due = row.getTimestamp("due_at").toInstant();
                  Instant warning = row.getTimestamp("warning_at").toInstant();
                  var paused = row.getTimestamp("paused_at");
                  Instant at = paused == null ? now() : paused.toInstant();
                  if (!due.isAfter(at)) {
                    return 4;
                  }
                  if (paused != null) {
                    return 2;
                  }
                  return warning.isAfter(now()) ? 1 : 3;
                })
            .list();
    int worst = severities.stream().mapToInt(Integer::intValue).max().orElse(0);
    return List.of("untimed", "green", "paused", "amber", "red").get(worst);
  }

  private void compareKept(
      String what, JsonNode found, List<Limit> all, LocalDate from, LocalDate to) {
    List<Limit> limits = all.stream().filter(one -> one != null).toList();
    long kept =
        count(
            limits,
            one -> one.promised() && "KEPT".equals(one.outcome()) && in(one.decided(), from, to));
    long broken = count(limits, one -> one.promised() && isBroken(one) && in(one.due(), from, to));
    assertThat(found.get("kept").asLong()).as(what).isEqualTo(kept);
    assertThat(found.get("broken").asLong()).as(what).isEqualTo(broken);
    assertThat(found.get("within").asLong())
        .as(what)
        .isEqualTo(
            count(limits, one -> "KEPT".equals(one.outcome()) && in(one.decided(), from, to)));
    assertThat(found.get("beyond").asLong())
        .as(what)
        .isEqualTo(count(limits, one -> isBroken(one) && in(one.due(), from, to)));
    assertThat(decimal(found.get("rate"))).as(what).isEqualTo(share(kept, kept + broken));
  }

  private static boolean in(Instant at, LocalDate from, LocalDate to) {
    LocalDate day = LocalDate.ofInstant(at, WorkCalendar.ZONE);
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private void compareLate(String person, List<Step> steps, List<Case> cases) {
    List<String> expected = new ArrayList<>();
    steps.stream()
        .filter(s -> s.limit() != null && isBroken(s.limit()))
        .filter(s -> !s.processKey().equals("supervise-overdue"))
        .forEach(s -> expected.add(s.receiptNo() + s.activityId() + s.limit().due()));
    cases.stream()
        .filter(c -> c.limit() != null && isBroken(c.limit()))
        .forEach(c -> expected.add(c.receiptNo() + "null" + c.limit().due()));
    JsonNode late = ask(person, "late-cases", Map.of());
    List<String> found = new ArrayList<>();
    late.get("items")
        .forEach(
            line ->
                found.add(
                    line.get("receiptNo").asText()
                        + line.get("activityId").asText()
                        + OffsetDateTime.parse(line.get("dueAt").asText()).toInstant()));
    assertThat(late.get("total").asInt()).isEqualTo(expected.size());
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  private void compareTrend(String person, List<Case> cases) {
    for (JsonNode week : ask(person, "trend", Map.of("to", TO, "weeks", "18")).get("weeks")) {
      LocalDate from = LocalDate.parse(week.get("from").asText());
      LocalDate to = LocalDate.parse(week.get("to").asText());
      assertThat(week.get("received").asLong())
          .isEqualTo(cases.stream().filter(c -> c.whole() && in(c.start(), from, to)).count());
      List<Long> ended =
          cases.stream()
              .filter(c -> c.end() != null && in(c.end(), from, to))
              .map(Case::working)
              .sorted()
              .toList();
      assertThat(week.get("ended").asInt()).isEqualTo(ended.size());
      assertThat(text(week.get("p50"))).isEqualTo(percentile(ended, 50));
      assertThat(text(week.get("p90"))).isEqualTo(percentile(ended, 90));
      compareKept(person, week, cases.stream().map(Case::limit).toList(), from, to);
    }
  }

  private void compareAttributable(String person, Set<String> places) {
    Map<String, Long> expected = new TreeMap<>();
    for (ProcessInstance one : halls.cases()) {
      var file = files.find(one.getBusinessKey()).orElseThrow();
      if (places.contains(file.jurisdiction())) {
        for (AttributableTime.Share share : times.of(file).shares()) {
          expected.merge(share.party().kind() + share.party().name(), share.millis(), Long::sum);
        }
      }
    }
    JsonNode answer = ask(person, "attributable", Map.of());
    Map<String, Long> found = new TreeMap<>();
    answer
        .get("shares")
        .forEach(
            share ->
                found.put(
                    share.get("kind").asText() + share.get("name").asText(),
                    share.get("millis").asLong()));
    assertThat(found).isEqualTo(expected);
    assertThat(answer.get("totalMillis").asLong())
        .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
  }

  /**
   * Cases that never stood still: their limit elsewhere ends where the calendar of their own hall
   * says, counted from their own start.
   */
  private void compareTrials() {
    record Timed(
        String instance,
        String place,
        String service,
        String step,
        String category,
        Instant start) {}
    List<Timed> clocks =
        jdbc.sql(
                "select * from ow_clock k where step like '%case'"
                    + " and extended_by is null and not exists (select 1 from ow_pause p"
                    + " where p.process_instance_id = k.process_instance_id)"
                    + " and (select count(*) from ow_clock o where o.step like '%case'"
                    + " and o.process_instance_id = k.process_instance_id) = 1")
            .query(
                (row, n) ->
                    new Timed(
                        row.getString("process_instance_id"),
                        row.getString("jurisdiction"),
                        row.getString("service"),
                        row.getString("step"),
                        row.getString("category"),
                        row.getTimestamp("started_at").toInstant()))
            .list();
    for (Timed one : clocks) {
      String stored =
          jdbc.sql("select trials from ow_fact_case where process_instance_id = ?")
              .param(one.instance())
              .query(String.class)
              .optional()
              .orElse("");
      for (var place : departments.jurisdictions()) {
        List<io.onewindow.promise.Limit> rows =
            limits.list(place.id(), one.service()).stream()
                .filter(limit -> limit.step().equals(one.step()))
                .toList();
        // where the tables tell categories apart, only those that name this one are certain
        boolean apart = rows.stream().anyMatch(limit -> limit.category() != null);
        rows.stream()
            .filter(limit -> !apart || limit.category() != null)
            .filter(limit -> !apart || limit.category().equals(one.category()))
            .map(limit -> limit.promise() == null ? statuteOf(limit) : limit.promise().term())
            .filter(term -> term != null && term.unit() != LimitUnit.IMMEDIATE)
            .forEach(
                term -> {
                  Instant due = calendars.of(one.place()).deadline(one.start(), term).due();
                  assertThat(stored.lines())
                      .as("%s under %s", one, place.id())
                      .anyMatch(
                          line ->
                              line.startsWith(place.id() + "\t")
                                  && line.endsWith("\t" + due.toEpochMilli()));
                  trials++;
                });
      }
    }
  }

  private static Term statuteOf(io.onewindow.promise.Limit limit) {
    return limit.statute() == null ? null : limit.statute().term();
  }

  /** Each jurisdiction's own cases by its own limits are what they really were. */
  private void compareUnder(String person, Set<String> places, List<Case> cases) {
    for (String service : List.of("company-registration", "low-voltage-power")) {
      JsonNode answer = ask(person, "jurisdictions", Map.of("service", service));
      for (JsonNode item : answer.get("items")) {
        String place = item.get("jurisdiction").asText();
        assertThat(places).contains(place);
        List<Case> own =
            cases.stream()
                .filter(c -> c.service().equals(service) && c.place().equals(place))
                .toList();
        List<Case> ended = own.stream().filter(c -> c.end() != null).toList();
        assertThat(item.get("count").asInt()).isEqualTo(ended.size());
        compareDurations(item.get("working"), ended, Case::working);
        JsonNode itself = item.get("under").get(0);
        assertThat(itself.get("jurisdiction").asText()).isEqualTo(place);
        assertThat(itself.get("kept").asLong())
            .as("%s %s in %s", person, service, place)
            .isEqualTo(
                ended.stream()
                    .filter(c -> c.limit() != null && "KEPT".equals(c.limit().outcome()))
                    .count());
      }
    }
  }

  private JsonNode heat(String person, String model) {
    return ask(person, "heat", Map.of("definition", model));
  }

  private JsonNode ask(String person, String name, Map<String, String> given) {
    Map<String, String> query = new HashMap<>(Map.of("from", FROM, "to", TO, "size", "200"));
    query.putAll(given);
    return json.valueToTree(hall.as(person, () -> figures.answer(name, query)));
  }

  private Instant now() {
    return clock.instant();
  }

  private static String share(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }

  private static String decimal(JsonNode node) {
    return node.isNull() ? null : node.decimalValue().stripTrailingZeros().toPlainString();
  }

  private static String text(JsonNode node) {
    return node.isNull() ? null : node.asText();
  }

  private static String l(String field, JsonNode line) {
    return last(field, line) + "|";
  }

  private static String last(String field, JsonNode line) {
    return line.get(field).isNull() ? "" : line.get(field).asText();
  }
}
