package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.department.Departments;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.model.ModelSource;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.scenario.Assumptions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The present state of services as our own cases show it, back-tested. Only for jurisdictions that
 * the caller works for; what is told is about departments and steps, never about a person.
 */
@Component
class HistoryEstimates {

  /**
   * What is known of a service.
   *
   * @param scenario the part of a scenario that history tells
   */
  record Estimated(Past past, ObjectNode scenario) {}

  /** What an estimate rests on; as long as that is the same, so is the estimate. */
  private record Ground(Instant to, int cases, int steps, int model) {}

  private record Known(Ground ground, ObjectNode scenario) {}

  private final Map<String, Known> latest = new ConcurrentHashMap<>();
  private final HistoryRows rows;
  private final HistorySettings settings;
  private final Callers callers;
  private final ModelSource models;
  private final Departments departments;

  HistoryEstimates(
      HistoryRows rows,
      HistorySettings settings,
      Callers callers,
      ModelSource models,
      Departments departments) {
    this.rows = rows;
    this.settings = settings;
    this.callers = callers;
    this.models = models;
    this.departments = departments;
  }

  /** Where a service has no assumptions nothing could stand in for what history does not tell. */
  boolean knows(String service, String jurisdiction) {
    return Assumptions.areShippedFor(service)
        && callers.current().filter(one -> one.isOf(jurisdiction)).isPresent()
        && rows.hasCases(service, jurisdiction, settings.fewestCases());
  }

  /**
   * @throws Problem 409 when there is too little of late
   */
  Estimated of(String service, String jurisdiction) {
    ObjectNode given = JsonNodeFactory.instance.objectNode();
    given.putObject("approval").put("jurisdiction", jurisdiction);
    ObjectNode assumed = Assumptions.fill(given, service).tree();
    byte[] bpmn = models.process(service).orElseThrow();
    Names names =
        new Names(
            ProgramReader.read(ProgramReader.parse(bpmn, service), models),
            departments,
            jurisdiction);
    Past past = rows.read(service, jurisdiction, settings, choices(assumed), names::inProgram);
    if (past.cases().size() < settings.fewestCases()) {
      throw Problem.conflict(
          "history-too-short",
          "最近 %d 天只有 %d 件，少于 %d 件，估计不出现状；请改用标明的假设。"
              .formatted(settings.window().toDays(), past.cases().size(), settings.fewestCases()));
    }
    Ground ground =
        new Ground(past.to(), past.cases().size(), past.steps().size(), Arrays.hashCode(bpmn));
    String place = service + "@" + jurisdiction;
    Known known = latest.get(place);
    if (known == null || !known.ground().equals(ground)) {
      Estimation estimation = new Estimation(settings, names, assumed);
      known = new Known(ground, estimate(service, estimation, past));
      latest.put(place, known);
    }
    return new Estimated(past, known.scenario().deepCopy());
  }

  private ObjectNode estimate(String service, Estimation estimation, Past past) {
    Draft draft = estimation.of(past);
    ObjectNode history = Estimation.describe(draft, past);
    new BackTest(service, models, estimation).of(past).into(history.putObject("backTest"));
    return draft.known();
  }

  private static Set<String> choices(ObjectNode assumed) {
    Set<String> variables = new TreeSet<>();
    for (JsonNode element : assumed.at("/approval/outcomes")) {
      element.fieldNames().forEachRemaining(variables::add);
    }
    return variables;
  }
}
