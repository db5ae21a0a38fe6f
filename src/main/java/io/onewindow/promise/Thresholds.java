package io.onewindow.promise;

import io.onewindow.engine.Callers;
import io.onewindow.engine.LatestDecisions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * The steps of the escalation ladder before the limit has passed, by service, step and
 * jurisdiction; all of them our own defaults. Each question is asked once of each version of the
 * table.
 */
@Component
class Thresholds {

  private record Question(String table, String service, String step, String jurisdiction) {}

  /**
   * @param reminder when to remind of the step
   * @param amber when its light turns amber; null where the limit's own row says so
   */
  private record Answer(Threshold reminder, Threshold amber) {}

  private static final String TABLE = "reminder-point";

  private final DecisionService decisions;
  private final LatestDecisions latest;
  private final Callers callers;
  private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

  Thresholds(DecisionService decisions, LatestDecisions latest, Callers callers) {
    this.decisions = decisions;
    this.latest = latest;
    this.callers = callers;
  }

  /** The table that holds now, to be asked as often as one likes. */
  Table now() {
    return new Table(latest.idOf(TABLE));
  }

  /** One version of the table. */
  final class Table {

    private final String id;

    private Table(String id) {
      this.id = id;
    }

    Threshold reminder(String service, String step, String jurisdiction) {
      return ask(service, step, jurisdiction).reminder();
    }

    /** The jurisdiction's own amber point, empty where it has none. */
    Optional<Threshold> amber(String service, String step, String jurisdiction) {
      return Optional.ofNullable(ask(service, step, jurisdiction).amber());
    }

    private Answer ask(String service, String step, String jurisdiction) {
      Question question = new Question(id, service, step, jurisdiction);
      Answer known = answers.get(question);
      if (known == null) {
        known = callers.asSystem(() -> decide(question));
        answers.put(question, known);
      }
      return known;
    }
  }

  private Answer decide(Question question) {
    Map<String, Object> rule =
        decisions
            .evaluateDecisionTableById(question.table())
            .variables(
                Map.of(
                    "service", question.service(),
                    "step", question.step(),
                    "jurisdiction", question.jurisdiction()))
            .evaluate()
            .getSingleResult()
            .getEntryMap();
    Object amber = rule.get("amber");
    return new Answer(
        Threshold.parse((String) rule.get("point")),
        amber == null || amber.toString().isBlank() ? null : Threshold.parse(amber.toString()));
  }
}
