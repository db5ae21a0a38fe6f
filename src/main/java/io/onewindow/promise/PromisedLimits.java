package io.onewindow.promise;

import io.onewindow.calendar.Term;
import io.onewindow.department.Departments;
import io.onewindow.engine.Callers;
import io.onewindow.engine.LatestDecisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * What is promised for a step: the jurisdiction's own promise, or its city's where its own plan is
 * silent, beside the limit set by law. Each question is asked once of each version of a table.
 */
@Component
public class PromisedLimits {

  /** What was asked of one version of a table. */
  private record Question(
      String table, String service, String step, String category, String place) {

    Map<String, Object> variables() {
      Map<String, Object> variables = new HashMap<>();
      variables.put("service", service);
      variables.put("step", step);
      variables.put("category", category);
      variables.put("jurisdiction", place);
      return variables;
    }
  }

  private static final String PROMISED = "promised-limit";
  private static final String INTERNAL = "internal-limit";

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final LatestDecisions latest;
  private final Callers callers;
  private final Ledger ledger;
  private final Departments departments;
  private final Thresholds thresholds;
  private final Map<Question, Map<String, Object>> answers = new ConcurrentHashMap<>();

  PromisedLimits(
      DecisionService decisions,
      RepositoryService repository,
      LatestDecisions latest,
      Callers callers,
      Ledger ledger,
      Departments departments,
      Thresholds thresholds) {
    this.decisions = decisions;
    this.repository = repository;
    this.latest = latest;
    this.callers = callers;
    this.ledger = ledger;
    this.departments = departments;
    this.thresholds = thresholds;
  }

  /** The limit of one step, or empty when no table knows it. */
  public Optional<Limit> find(String service, String step, String category, String jurisdiction) {
    Optional<Limit> own = decide(service, step, category, jurisdiction, jurisdiction);
    String city = departments.jurisdiction(jurisdiction).parent();
    boolean silent = own.isEmpty() || own.get().promise() == null;
    if (!silent || city == null) {
      return own;
    }
    Optional<Limit> inherited = decide(service, step, category, city, jurisdiction);
    return inherited.isPresent() && inherited.get().promise() != null ? inherited : own;
  }

  private Optional<Limit> decide(
      String service, String step, String category, String source, String place) {
    Map<String, Object> rule = ask(PROMISED, service, step, category, source);
    if (rule.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        limit(
            new LimitTable.Row(
                null,
                service,
                step,
                category,
                source,
                text(rule.get("promiseId")),
                text(rule.get("value")),
                text(rule.get("unit")),
                text(rule.get("warning")),
                text(rule.get("statuteId"))),
            place,
            thresholds.now()));
  }

  /**
   * The rule that holds; empty when none does. What is promised is read as the system, unlogged.
   */
  private Map<String, Object> ask(
      String table, String service, String step, String category, String place) {
    Question question = new Question(latest.idOf(table), service, step, category, place);
    Map<String, Object> known = answers.get(question);
    if (known == null) {
      // not while the map is locked: deciding may have to wait for a connection
      known = callers.asSystem(() -> decide(question));
      answers.put(question, known);
    }
    return known;
  }

  private Map<String, Object> decide(Question question) {
    DmnDecisionTableResult answer =
        decisions
            .evaluateDecisionTableById(question.table())
            .variables(question.variables())
            .evaluate();
    return answer.isEmpty() ? Map.of() : answer.getSingleResult().getEntryMap();
  }

  /**
   * Every limit of a jurisdiction, inherited ones included and marked.
   *
   * @param service only this service; null for all
   */
  public List<Limit> list(String jurisdiction, String service) {
    List<LimitTable.Row> rows =
        LimitTable.rows(repository.getDmnModelInstance(latest.idOf(PROMISED))).stream()
            .filter(row -> service == null || row.service().equals(service))
            .toList();
    List<LimitTable.Row> own = rows.stream().filter(r -> r.holdsIn(jurisdiction)).toList();
    Thresholds.Table table = thresholds.now();
    List<Limit> limits = new ArrayList<>();
    own.forEach(row -> limits.add(limit(row, jurisdiction, table)));
    String city = departments.jurisdiction(jurisdiction).parent();
    rows.stream()
        .filter(row -> city != null && city.equals(row.jurisdiction()))
        .filter(row -> own.stream().noneMatch(mine -> mine.sameMatter(row)))
        .forEach(row -> limits.add(limit(row, jurisdiction, table)));
    return limits;
  }

  /** Changes when one of the tables is deployed anew. */
  public String version() {
    return latest.idOf(PROMISED) + " " + latest.idOf(INTERNAL);
  }

  private Limit limit(LimitTable.Row row, String place, Thresholds.Table table) {
    boolean inherited = row.jurisdiction() != null && !row.jurisdiction().equals(place);
    return new Limit(
        row.service(),
        row.step(),
        row.category(),
        place,
        row.promiseId() == null ? null : ledger.promise(row.promiseId()),
        inherited ? row.jurisdiction() : null,
        amber(table, row.service(), row.step(), place, row.warning()),
        ledger.statute(row.statuteId()));
  }

  /** Our own time for a step that nothing else limits. */
  public Optional<InternalLimit> internal(String service, String step, String jurisdiction) {
    Map<String, Object> rule = ask(INTERNAL, service, step, null, jurisdiction);
    if (rule.isEmpty()) {
      return Optional.empty();
    }
    Term term = Term.parse(rule.get("value") + " " + rule.get("unit"));
    String warning = text(rule.get("warning"));
    return Optional.of(
        new InternalLimit(term, amber(thresholds.now(), service, step, jurisdiction, warning)));
  }

  /** The jurisdiction's own amber point, or else that of the limit's row; null for none. */
  private static Threshold amber(
      Thresholds.Table table, String service, String step, String jurisdiction, String ofRow) {
    return table
        .amber(service, step, jurisdiction)
        .orElseGet(() -> ofRow == null ? null : Threshold.parse(ofRow));
  }

  private static String text(Object value) {
    return value == null || value.toString().isBlank() ? null : value.toString();
  }
}
