package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.laboratory.history.Past.Arrived;
import io.onewindow.laboratory.history.Verdict.Finding;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.Laboratory;
import io.onewindow.simulation.model.ModelSource;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.result.Findings;
import io.onewindow.simulation.scenario.Assumptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimates from the first four fifths of the cases, as they were known then, simulates the last
 * fifth and compares with what came. Cases that are open at the end are open in both, so that
 * neither looks quicker for it.
 */
final class BackTest {

  private static final double FITTED = 0.8;
  private static final int FEWEST_REPLICATIONS = 5;
  private static final int MOST_REPLICATIONS = 30;
  private static final int SIMULATED_CASES = 10_000;

  private final String service;
  private final ModelSource models;
  private final Estimation estimation;

  BackTest(String service, ModelSource models, Estimation estimation) {
    this.service = service;
    this.models = models;
    this.estimation = estimation;
  }

  /**
   * @param past at least five cases
   */
  Verdict of(Past past) {
    int fitted = (int) (past.cases().size() * FITTED);
    Instant cut = past.cases().get(fitted).receivedAt();
    Past before = past.asOf(cut);
    List<Arrived> after = past.cases().subList(before.cases().size(), past.cases().size());
    if (before.cases().size() < 2) {
      return Verdict.of(
          before.cases().size(),
          after.size(),
          List.of(new Finding(Light.RED, "办件几乎同时收到，分不出先后，无从回测")));
    }
    List<Finding> found = new ArrayList<>();
    found.add(arrivals(before, after, past.to()));
    try {
      Findings simulated = simulate(before, past.to());
      found.add(Comparisons.cycleTimes(after, simulated));
      Comparisons.resultTimes(after, simulated).ifPresent(found::add);
      Comparisons.promises(after, simulated).ifPresent(found::add);
    } catch (Problem refused) {
      found.add(new Finding(Light.RED, "按估计的情景仿真不出来：" + refused.getMessage()));
    }
    return Verdict.of(before.cases().size(), after.size(), found);
  }

  private static Finding arrivals(Past before, List<Arrived> after, Instant to) {
    Arrivals known =
        new Arrivals(before.cases().stream().map(Arrived::receivedAt).toList(), before.to());
    return Comparisons.arrivals(
        after.size(), known.expected(before.to(), to), before.cases().size(), known.gaps());
  }

  /** From the first case on; those of the first four fifths are its warm-up. */
  private Findings simulate(Past before, Instant to) {
    ObjectNode given = estimation.of(before).known();
    int warmUp = before.cases().size();
    Duration whole = Duration.between(before.from(), to);
    ((ObjectNode) given.get("approval"))
        .put("start", before.from().toString())
        .put("horizon", whole.toString())
        .put("cases", 4 * warmUp + 1_000)
        .put("warmUpCases", warmUp)
        .put(
            "replications",
            Math.max(FEWEST_REPLICATIONS, Math.min(MOST_REPLICATIONS, SIMULATED_CASES / warmUp)));
    byte[] bpmn = models.process(service).orElseThrow();
    return new Laboratory(models)
        .prepare(Assumptions.fill(given, service).tree(), ProgramReader.parse(bpmn, service))
        .run(Laboratory.Watch.quiet(1))
        .before();
  }
}
