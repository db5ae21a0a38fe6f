package io.onewindow.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.result.Findings;
import io.onewindow.simulation.scenario.Assumptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever assumptions are shipped, they suit today's model in every jurisdiction. */
@DisplayName("shipped assumptions")
class ShippedAssumptionsTest {

  private static final Path FOLDER =
      Path.of("src/main/resources/io/onewindow/simulation/assumptions");

  static Stream<String> services() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void runEverywhereAndHoldTheInvariants(String service) {
    assertThat(Assumptions.areShippedFor(service)).isTrue();
    for (Jurisdiction place : new Departments().jurisdictions()) {
      Findings found = run(service, place.id());
      assertThat(found.brokenInvariants()).as(place.id()).isEmpty();
      assertThat(found.estimate("case.ended").mean()).as(place.id()).isEqualTo(60);
      assertThat(found.promiseTimes()).as(place.id()).isNotEmpty();
    }
  }

  @Test
  void everyServiceThatCanBeAppliedForHasThem() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      List<String> without =
          files
              .filter(file -> file.toString().endsWith(".bpmn"))
              .filter(ShippedAssumptionsTest::canBeStarted)
              .map(file -> file.getFileName().toString().replace(".bpmn", ""))
              .filter(service -> !Assumptions.areShippedFor(service))
              .toList();
      assertThat(without).isEmpty();
    }
  }

  private static boolean canBeStarted(Path model) {
    try {
      return !Files.readString(model).contains("camunda:isStartableInTasklist=\"false\"");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What a bean answers may depend on what it is asked for. */
  @Test
  void jointAcceptanceAsksForTheArchiveOnceInOneWayOrTheOther() {
    Findings found = run("completion-acceptance", "ningyang");
    double archive = found.estimate("flow.flow_archive").mean();
    double commitment = found.estimate("flow.flow_archiveCommitment").mean();
    double fire = found.estimate("flow.flow_fire").mean();
    double accepted = found.estimate("flow.flow_accepted").mean();
    double again = found.estimate("flow.flow_rectified").mean();
    assertThat(commitment).isBetween(accepted * 0.1, accepted * 0.5);
    assertThat(archive + commitment).isBetween(accepted, accepted + again);
    // in Ningyang nothing is inspected early
    assertThat(fire).isBetween(accepted, accepted + again);
  }

  private static Findings run(String service, String place) {
    ObjectNode given =
        Models.json(
            "{'approval': {'jurisdiction': '%s', 'cases': 60, 'warmUpCases': 0, 'replications': 2}}"
                .formatted(place));
    return new Laboratory(Models.SOURCE)
        .prepare(
            Assumptions.fill(given, service).tree(),
            ProgramReader.parse(Models.SOURCE.process(service).get(), service))
        .run(Laboratory.Watch.quiet(2))
        .before();
  }
}
