package io.onewindow.simulation.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.problem.Problem;
import io.onewindow.promise.LaboratoryClock;
import io.onewindow.simulation.expression.Expression;
import io.onewindow.simulation.kernel.Discipline;
import io.onewindow.simulation.kernel.Limits;
import io.onewindow.simulation.kernel.Setup;
import io.onewindow.simulation.model.Decisions;
import io.onewindow.simulation.model.ModelSource;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.random.Distribution;
import io.onewindow.simulation.time.WorkingTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a scenario file against its model; everything wrong is refused here, by place. */
public final class ScenarioReader {

  private static final Set<String> KEYS =
      Set.of(
          "resource_profiles",
          "arrival_time_distribution",
          "arrival_time_calendar",
          "gateway_branching_probabilities",
          "task_resource_distribution",
          "resource_calendars",
          "event_distribution",
          "model_type",
          "granule_size",
          "approval",
          "batch_processing",
          "case_attributes",
          "event_attributes",
          "global_attributes",
          "prioritisation_rules",
          "branch_rules",
          "multitask");

  /** Sections of Prosimos that the kernel has no counterpart for; they must be empty. */
  private static final List<String> FOREIGN =
      List.of(
          "batch_processing",
          "case_attributes",
          "event_attributes",
          "global_attributes",
          "prioritisation_rules",
          "branch_rules",
          "multitask");

  private static final Set<String> APPROVAL =
      Set.of(
          "model",
          "jurisdiction",
          "officeHours",
          "cases",
          "replications",
          "warmUpCases",
          "seed",
          "start",
          "horizon",
          "stopRule",
          "distributions",
          "log",
          "limits",
          "immediateAllowance",
          "pauses",
          "returns",
          "disciplines",
          "staff",
          "durations",
          "delays",
          "arrivalProfile",
          "history",
          "openCases",
          "outcomes",
          "effects",
          "overtime",
          "staffNeeded",
          "arrivalFactor",
          "edits",
          "note");

  private final Departments departments = new Departments();
  private final Decisions decisions;

  /** One reader for many scenarios: decisions are loaded once. */
  public ScenarioReader(ModelSource source) {
    this.decisions = new Decisions(source);
  }

  /**
   * @param tree the scenario, edits applied and assumptions filled in already
   * @throws Problem naming the first place that is wrong
   */
  public Scenario read(JsonNode tree, Program program) {
    Entry scenario = new Entry(tree, "").only(KEYS);
    foreign(scenario);
    Entry approval =
        new Entry(
            tree.hasNonNull("approval")
                ? tree.get("approval")
                : JsonNodeFactory.instance.objectNode(),
            "approval");
    approval.only(APPROVAL);
    ownModel(approval, program);
    Jurisdiction place = jurisdiction(approval);
    WorkCalendar hall = place == null ? null : hall(approval);
    RunSettings settings = RunSettings.read(approval, hall);
    Calendars calendars =
        new Calendars(scenario.list("resource_calendars"), hall, settings.start());
    Lengths lengths = new Lengths(hall == null ? 8L * 3_600_000 : hall.officeDay().toMillis());
    Distributions distributions =
        new Distributions(scenario, approval.get("distributions"), lengths);
    Map<String, Discipline> disciplines = Disciplines.read(approval);
    StaffReader staff = new StaffReader(scenario, calendars, disciplines);
    ReturnsReader returns = new ReturnsReader(approval, program, distributions);
    StationReader stations =
        new StationReader(
            scenario,
            program,
            distributions,
            staff,
            returns.applicantDelay(),
            group -> place == null ? group : departments.name(place.id(), group),
            new CandidateGroups(
                program,
                asked -> departments.actingGroups(asked, place == null ? null : place.id())));
    Disciplines.requireKnown(approval, staff);
    Entry arrivals = scenario.need("arrival_time_distribution");
    Distribution gaps = gaps(approval, distributions.prosimosOrOurs(arrivals));
    if (gaps.mean() <= 0 && settings.horizon() < Long.MAX_VALUE) {
      throw arrivals.refuse("到达间隔为零，时间范围之内会有无穷多个办件");
    }
    Setup setup =
        new Setup(
            program,
            decisions,
            settings.start(),
            settings.horizon(),
            settings.cases(),
            settings.warmUp(),
            gaps,
            arrivalTime(scenario, calendars),
            stations.stations(),
            GatewayReader.read(scenario, program),
            returns.applyTo(OutcomeReader.outcomes(approval, program)),
            OutcomeReader.effects(approval),
            PauseReader.read(approval, program, distributions),
            staff.people(),
            staff.pools(),
            place == null ? null : place.id(),
            place == null ? null : limits(approval, place, hall, program),
            calendars.office(),
            returns.supplement(),
            settings.finishes(),
            OpenCasesReader.read(approval, program, settings));
    ExpressionCheck.check(setup);
    return new Scenario(setup, settings.plan(), place, RunSettings.question(approval, staff));
  }

  private static void foreign(Entry scenario) {
    for (String section : FOREIGN) {
      Entry given = scenario.get(section);
      if (given != null && !given.node().isEmpty()) {
        throw given.refuse("Prosimos 的这一部分本仿真没有对应，请删去后再运行，不能当作不存在");
      }
    }
    Entry type = scenario.get("model_type");
    if (type != null && !type.text().equals("CRISP")) {
      throw type.refuse("只支持 CRISP（人员日历按时段给出）");
    }
  }

  private static void ownModel(Entry approval, Program program) {
    Entry model = approval.get("model");
    if (model != null && !model.text().equals(program.process().id())) {
      throw model.refuse("情景属于模型 " + model.text() + "，现在运行的是 " + program.process().id());
    }
  }

  private Jurisdiction jurisdiction(Entry approval) {
    Entry given = approval.get("jurisdiction");
    if (given == null) {
      return null;
    }
    return departments.jurisdictions().stream()
        .filter(one -> one.id().equals(given.text()))
        .findFirst()
        .orElseThrow(
            () ->
                given.refuse(
                    "没有辖区“"
                        + given.text()
                        + "”，可用的有："
                        + String.join(
                            "、",
                            departments.jurisdictions().stream().map(Jurisdiction::id).toList())));
  }

  private static WorkCalendar hall(Entry approval) {
    Entry hours = approval.get("officeHours");
    try {
      OfficeHours open = hours == null ? OfficeHours.standard() : OfficeHours.parse(hours.text());
      return new WorkCalendar(PublicHolidays.national(), open);
    } catch (IllegalArgumentException malformed) {
      throw hours.refuse(malformed.getMessage());
    }
  }

  private static Distribution gaps(Entry approval, Distribution given) {
    Entry factor = approval.get("arrivalFactor");
    if (factor == null) {
      return given;
    }
    if (!(factor.number() > 0)) {
      throw factor.refuse("应大于零");
    }
    return given.times(1 / factor.number());
  }

  private static WorkingTime arrivalTime(Entry scenario, Calendars calendars) {
    Entry profile =
        scenario.get("approval") == null ? null : scenario.get("approval").get("arrivalProfile");
    if (profile != null) {
      return ArrivalProfile.of(profile, calendars.office());
    }
    Entry listed = scenario.get("arrival_time_calendar");
    if (listed == null) {
      return calendars.office() == null ? WorkingTime.ALWAYS : calendars.office();
    }
    return listed.node().isTextual() ? calendars.of(listed) : Calendars.week(listed);
  }

  private Limits limits(Entry approval, Jurisdiction place, WorkCalendar hall, Program program) {
    Map<String, Term> instead = new HashMap<>();
    approval
        .fields("limits")
        .forEach(
            (step, entry) -> {
              known(step, entry, program);
              instead.put(step, term(entry));
            });
    Entry allowance = approval.get("immediateAllowance");
    Term late = allowance == null ? Term.parse("30 OFFICE_MINUTE") : term(allowance);
    LaboratoryClock clock =
        new LaboratoryClock(
            (table, question) -> decisions.decision(table, "决策").answer(question),
            place,
            hall,
            instead,
            Duration.ofMinutes(late.value()));
    return new ProductionLimits(clock);
  }

  /** A limit for a step that no clock of the model asks for would change nothing, silently. */
  private static void known(String step, Entry entry, Program program) {
    boolean asked =
        program.nodes().stream()
            .flatMap(node -> node.expressions().stream())
            .map(Expression::toString)
            .anyMatch(text -> text.contains("'" + step + "'") || text.equals(step));
    if (!asked) {
      throw entry.refuse("模型没有步骤“" + step + "”，步骤是流程图上到期时间所写的，如 case（全流程）");
    }
  }

  private static Term term(Entry entry) {
    try {
      return Term.parse(entry.text());
    } catch (IllegalArgumentException malformed) {
      throw entry.refuse(malformed.getMessage());
    }
  }
}
