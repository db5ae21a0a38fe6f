package io.onewindow.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.result.Estimate;
import io.onewindow.simulation.result.Findings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One queue whose waits theory knows in closed form. Times in seconds. */
@DisplayName("one queue against theory")
class QueueTheoryTest {

  private static final double GAP = 600;

  private static ObjectNode queue(int servers, String duration, int cases, int replications) {
    return Models.json(
        """
        {'arrival_time_distribution': {'distribution': 'exponential', 'mean': 'PT10M'},
         'approval': {'cases': %d, 'warmUpCases': %d, 'replications': %d, 'seed': 3,
           'staff': [{'id': 's', 'groups': ['desk'], 'amount': %d, 'calendar': 'always'}],
           'durations': {'task': %s}}}
        """
            .formatted(cases, cases / 10, replications, servers, duration));
  }

  private static Findings run(ObjectNode json) {
    return new Laboratory(Models.SOURCE)
        .prepare(json, Models.oneTask())
        .run(Laboratory.Watch.quiet(2))
        .before();
  }

  @ParameterizedTest
  @CsvSource({"1, 300", "1, 480", "2, 900", "3, 900", "3, 1200", "10, 4800"})
  void waitsInAnMMcQueueAreErlangs(int servers, double service) {
    String duration = "{'distribution': 'exponential', 'mean': 'PT%dS'}".formatted((int) service);
    Findings found = run(queue(servers, duration, 40_000, 20));
    double exact = ErlangC.wait(servers, service, GAP);
    Estimate wait = found.estimate("task.task.wait.mean");
    assertThat(wait.mean()).as(wait + " against " + exact).isBetween(exact * 0.95, exact * 1.05);
    assertThat(found.brokenInvariants()).isEmpty();
  }

  @Test
  void waitsBeforeAConstantServiceAreHalfAsLong() {
    Findings found = run(queue(1, "'PT8M'", 40_000, 20));
    double exact = 0.8 * 480 / (2 * 0.2);
    assertThat(found.estimate("task.task.wait.mean").mean()).isBetween(exact * 0.95, exact * 1.05);
  }

  @ParameterizedTest
  @CsvSource({"gamma, 240", "lognormal, 480", "uniform, 0"})
  void waitsFollowPollaczekAndKhinchine(String shape, int deviation) {
    String duration =
        shape.equals("uniform")
            ? "{'distribution': 'uniform', 'min': 'PT2M', 'max': 'PT14M'}"
            : "{'distribution': '%s', 'mean': 'PT8M', 'deviation': 'PT%dS'}"
                .formatted(shape, deviation);
    double variance = shape.equals("uniform") ? 720.0 * 720 / 12 : (double) deviation * deviation;
    Findings found = run(queue(1, duration, 40_000, 20));
    double exact = (variance + 480.0 * 480) / GAP / (2 * 0.2);
    assertThat(found.estimate("task.task.wait.mean").mean()).isBetween(exact * 0.93, exact * 1.07);
  }

  @Test
  void theOrderOfServiceDoesNotChangeTheMeanWait() {
    String duration = "{'distribution': 'exponential', 'mean': 'PT8M'}";
    ObjectNode fifo = queue(1, duration, 20_000, 10);
    ObjectNode random = queue(1, duration, 20_000, 10);
    random.withObject("/approval").withObject("/disciplines").put("*", "random");
    Findings first = run(fifo);
    Findings any = run(random);
    double mean = first.estimate("task.task.wait.mean").mean();
    assertThat(any.estimate("task.task.wait.mean").mean()).isBetween(mean * 0.97, mean * 1.03);
    assertThat(any.estimate("task.task.wait.p95").mean())
        .isGreaterThan(first.estimate("task.task.wait.p95").mean() * 1.05);
  }

  @Test
  void theStopRuleRunsUntilTheIntervalIsNarrow() {
    ObjectNode json = queue(1, "{'distribution': 'exponential', 'mean': 'PT8M'}", 2000, 5);
    json.withObject("/approval")
        .withObject("/stopRule")
        .put("figure", "task.task.wait.mean")
        .put("relativeHalfWidth", 0.05)
        .put("maxReplications", 400);
    Findings found = run(json);
    Estimate wait = found.estimate("task.task.wait.mean");
    assertThat(found.replications()).isGreaterThan(5).isLessThan(400);
    assertThat(wait.halfWidth()).isLessThanOrEqualTo(0.05 * wait.mean());
  }
}
