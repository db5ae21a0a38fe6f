package io.onewindow.casefile;

import io.onewindow.engine.Callers;
import io.onewindow.engine.LatestDecisions;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * Asks deployed decision tables, as the system and each question once of each version of a table.
 * Every answer is kept: for questions of a few known words, not for amounts or what people write.
 */
@Component
public class TableAnswers {

  /** What was asked of one version of a table. */
  private record Question(String version, Map<String, Object> variables) {}

  private final DecisionService decisions;
  private final LatestDecisions latest;
  private final Callers callers;
  private final Map<Question, List<Map<String, Object>>> answers = new ConcurrentHashMap<>();

  TableAnswers(DecisionService decisions, LatestDecisions latest, Callers callers) {
    this.decisions = decisions;
    this.latest = latest;
    this.callers = callers;
  }

  /**
   * The rules that hold, as the table has them ordered; empty when none does.
   *
   * @param table key of the decision
   * @param variables what it asks for by name; a value may be null
   * @throws IllegalArgumentException when no such table is deployed
   */
  public List<Map<String, Object>> of(String table, Map<String, Object> variables) {
    Question question =
        new Question(latest.idOf(table), Collections.unmodifiableMap(new HashMap<>(variables)));
    List<Map<String, Object>> known = answers.get(question);
    if (known == null) {
      // not while the map is locked: deciding may have to wait for a connection
      known = callers.asSystem(() -> decide(question));
      answers.put(question, known);
    }
    return known;
  }

  /** The same for a table of which at most one rule holds at a time. */
  public Optional<Map<String, Object>> single(String table, Map<String, Object> variables) {
    List<Map<String, Object>> rules = of(table, variables);
    if (rules.size() > 1) {
      throw new IllegalStateException(
          rules.size() + " rules of " + table + " hold for " + variables);
    }
    return rules.stream().findFirst();
  }

  private List<Map<String, Object>> decide(Question question) {
    return decisions
        .evaluateDecisionTableById(question.version())
        .variables(question.variables())
        .evaluate()
        .getResultList()
        .stream()
        .map(Collections::unmodifiableMap)
        .toList();
  }
}
