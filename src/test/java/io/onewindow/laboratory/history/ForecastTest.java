package io.onewindow.laboratory.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.laboratory.history.Past.Arrived;
import io.onewindow.laboratory.history.Past.Step;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.Models;
import io.onewindow.simulation.kernel.Replication;
import io.onewindow.simulation.kernel.Tally;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.model.ProgramReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A forecast begins with every open case where it stands. */
class ForecastTest {

  private static final long FIRST_OPEN = 1L << 40;

  private static final Program PROGRAM =
      ProgramReader.read(
          Models.model(
              "<bpmn:startEvent id='start' />"
                  + task("a")
                  + "<bpmn:parallelGateway id='fork' />"
                  + task("b")
                  + task("c")
                  + "<bpmn:parallelGateway id='join' />"
                  + task("d")
                  + "<bpmn:endEvent id='end' />"
                  + Models.flow("f1", "start", "a")
                  + Models.flow("f2", "a", "fork")
                  + Models.flow("f3", "fork", "b")
                  + Models.flow("f4", "fork", "c")
                  + Models.flow("f5", "b", "join")
                  + Models.flow("f6", "c", "join")
                  + Models.flow("f7", "join", "d")
                  + Models.flow("f8", "d", "end")),
          Models.SOURCE);

  private static String task(String id) {
    return "<bpmn:userTask id='%s' camunda:candidateGroups='%s' />".formatted(id, "desk-" + id);
  }

  private static ObjectNode scenario() {
    return Models.json(
        "{'arrival_time_distribution': {'distribution': 'exponential', 'mean': 'PT20M'},"
            + " 'approval': {'jurisdiction': 'ningyang', 'cases': 300,"
            + " 'start': '2026-03-02T09:00:00+08:00',"
            + " 'durations': {'*': {'distribution': 'exponential', 'mean': 'PT17M'}},"
            + " 'staff': [{'id': 'a', 'groups': ['desk-a']}, {'id': 'b', 'groups': ['desk-b']},"
            + " {'id': 'c', 'groups': ['desk-c']}, {'id': 'd', 'groups': ['desk-d']}]}}");
  }

  @Test
  void everyOpenCaseStandsWhereItStood() {
    Past whole = Simulated.of(scenario(), PROGRAM, 5);
    Instant now = whole.cases().get(200).receivedAt();
    Past known = whole.asOf(now);
    OpenWork open = new OpenWork(known, now, 1000);
    assertThat(open.count()).isGreaterThan(5);
    ObjectNode forecast = scenario();
    ObjectNode approval = (ObjectNode) forecast.get("approval");
    approval.put("start", open.from().toString());
    approval.put("horizon", now.plus(Duration.ofDays(14)).toString());
    approval.set("openCases", open.json());
    Map<Long, TreeSet<String>> next = new TreeMap<>();
    Tally tally =
        Replication.run(
            Models.scenario(forecast, PROGRAM).setup(),
            1,
            0,
            (no, task, enabled, started, ended, by) -> {
              if (no >= FIRST_OPEN && enabled < now.toEpochMilli() && by != null) {
                assertThat(started).isGreaterThanOrEqualTo(now.toEpochMilli());
                next.computeIfAbsent(no - FIRST_OPEN, any -> new TreeSet<>()).add(task.id());
              }
            },
            () -> false);
    List<String> numbers =
        known.cases().stream().filter(Arrived::isOpen).map(Arrived::receiptNo).toList();
    Map<String, TreeSet<String>> truth =
        known.steps().stream()
            .filter(step -> step.endedAt() == null)
            .collect(
                groupingBy(Step::receiptNo, mapping(Step::element, toCollection(TreeSet::new))));
    assertThat(next).hasSameSizeAs(truth);
    next.forEach(
        (no, elements) -> assertThat(elements).isEqualTo(truth.get(numbers.get(no.intValue()))));
    assertThat(tally.brokenInvariants()).isEmpty();
    // what is open already and what comes within the two weeks
    assertThat(tally.cases().arrived()).isGreaterThan(open.count() + 100);
  }

  @Test
  void aForecastThatCannotBeIsRefusedByPlace() {
    refused("'now': '2026-03-01T09:00:00+08:00', 'cases': []", "approval.openCases.now");
    refused(
        "'now': '2026-03-03T09:00:00+08:00', 'cases': [{'receivedAt': '2026-03-04T09:00:00+08:00'}]",
        "approval.openCases.cases[0].receivedAt");
    refused(
        "'now': '2026-03-03T09:00:00+08:00', 'cases': [{'receivedAt': '2026-03-02T10:00:00+08:00',"
            + " 'done': [{'element': 'x', 'endedAt': '2026-03-02T11:00:00+08:00'}]}]",
        "approval.openCases.cases[0].done[0].element");
  }

  private static void refused(String openCases, String place) {
    ObjectNode wrong = scenario();
    ((ObjectNode) wrong.get("approval")).set("openCases", Models.json("{" + openCases + "}"));
    assertThatThrownBy(() -> Models.scenario(wrong, PROGRAM))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(place);
  }
}
