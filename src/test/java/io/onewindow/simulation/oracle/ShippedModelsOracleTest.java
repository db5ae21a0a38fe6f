package io.onewindow.simulation.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.simulation.Models;
import io.onewindow.simulation.kernel.Replication;
import io.onewindow.simulation.kernel.Setup;
import io.onewindow.simulation.kernel.Tally;
import io.onewindow.simulation.model.Flow;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped service with all it calls, in every jurisdiction, on kernel and engine: the same to
 * the millisecond. Which way a case goes is drawn, so that every flow is taken; limits are those of
 * the jurisdiction, counted by production's clock. More draws with {@code
 * -Donewindow.oracle.shipped=5000}.
 */
@DisplayName("shipped models on kernel and engine")
class ShippedModelsOracleTest {

  /** So many draws are looked at for flows that no case has taken yet. */
  private static final int DRAWS = Integer.getInteger("onewindow.oracle.shipped", 400);

  /** A case that comes to more elements takes the engine too long. */
  private static final int MOST = 400;

  /** A pattern of names, to look at some services only. */
  private static final String SERVICES = System.getProperty("onewindow.oracle.services", ".*");

  private static final List<String> SPEEDS = List.of("PT50M", "P2D", "P12D");

  /** What only makes room for a month's report or a deputy is no service. */
  private static final Set<String> NO_SERVICE = Set.of("shared");

  /** Late works with limits of weeks, behind many branches: 400 draws do not come there. */
  private static final Set<String> RARE =
      Set.of("flow_pushDataOverdue", "flow_jointWorksOverdue", "flow_lineWorksOverdue");

  private static final ShippedClock CLOCK = new ShippedClock();
  private static final EnginePlay.Starts STARTS = new EnginePlay.Starts();

  private static ProcessEngine engine;

  @BeforeAll
  static void start() {
    engine = PlainEngine.start("shipped", Map.of("promiseClock", CLOCK, "calledStarts", STARTS));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  static Stream<String> services() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("processes"))) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !NO_SERVICE.contains(name))
          .filter(name -> name.matches(SERVICES))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void doTheSameToTheMillisecond(String service) {
    Skeleton skeleton = new Skeleton(service);
    Program program =
        ProgramReader.read(
            ProgramReader.parse(skeleton.process(service).orElseThrow(), service), skeleton);
    List<ObjectNode> scenarios = scenarios(skeleton, program);
    ScenarioReader reader = new ScenarioReader(skeleton);
    List<Setup> setups =
        scenarios.stream().map(one -> ShippedClock.infinite(reader.read(one, program))).toList();
    Set<String> untaken = new TreeSet<>();
    program.nodes().stream()
        .filter(node -> !isOfAnotherService(skeleton.processOf(program, node), service))
        .forEach(node -> node.outgoing().forEach(flow -> untaken.add(flow.id())));
    try (var stage = new EnginePlay.Stage(engine, STARTS, deployable(skeleton, service))) {
      for (int draw = 0; draw < DRAWS && !(untaken.isEmpty() && draw >= setups.size()); draw++) {
        Setup setup = setups.get(draw % setups.size());
        EventLog simulated = new EventLog();
        Tally tally = Replication.run(setup, draw, 0, simulated, () -> false);
        assertThat(tally.brokenInvariants()).isEmpty();
        // each jurisdiction once, then cases that go ways none has gone before
        boolean first = draw < setups.size() / SPEEDS.size();
        if (simulated.size() <= MOST && (taken(program, tally, untaken) || first)) {
          CLOCK.limits = setup.limits();
          EventLog real = stage.plays(service, setup, scenarios.get(draw % setups.size()), draw);
          assertThat(simulated.differencesTo(real))
              .as(
                  "%s in %s, draw %d, here kernel, there engine",
                  service, setup.jurisdiction(), draw)
              .isEmpty();
        }
      }
    }
    program.nodes().stream()
        .filter(node -> !skeleton.processOf(program, node).equals(service))
        .forEach(node -> node.outgoing().forEach(flow -> untaken.remove(flow.id())));
    untaken.removeAll(RARE);
    assertThat(untaken).as("flows of the service's own that no case has taken").isEmpty();
  }

  /** A service that another calls is played by itself. */
  private static boolean isOfAnotherService(String process, String service) {
    return !process.equals(service) && Files.isDirectory(Path.of("processes", process));
  }

  /**
   * Every jurisdiction with work that is fast, slow, and so slow that every limit is broken; each
   * jurisdiction is among the first.
   */
  private static List<ObjectNode> scenarios(Skeleton skeleton, Program program) {
    List<Jurisdiction> places = List.copyOf(new Departments().jurisdictions());
    List<ObjectNode> all = new ArrayList<>();
    for (int round = 0; round < SPEEDS.size(); round++) {
      for (int i = 0; i < places.size(); i++) {
        String speed = SPEEDS.get((i + round) % SPEEDS.size());
        all.add(scenario(skeleton, program, places.get(i).id(), speed));
      }
    }
    return all;
  }

  /** Whether a flow was taken for the first time. */
  private static boolean taken(Program program, Tally tally, Set<String> untaken) {
    boolean any = false;
    for (Node node : program.nodes()) {
      for (Flow flow : node.outgoing()) {
        any |= tally.taken(flow) > 0 && untaken.remove(flow.id());
      }
    }
    return any;
  }

  /** The models for the engine: what a called process draws at its start, a listener writes. */
  private static Map<String, String> deployable(Skeleton skeleton, String service) {
    Map<String, String> texts = new LinkedHashMap<>();
    skeleton
        .processes()
        .forEach(
            (id, model) -> {
              BpmnModelInstance copy = model.clone();
              if (!id.equals(service)) {
                Process process = copy.getModelElementsByType(Process.class).iterator().next();
                process.getFlowElements().stream()
                    .filter(StartEvent.class::isInstance)
                    .forEach(start -> listen((StartEvent) start));
              }
              texts.put(id, Bpmn.convertToString(copy));
            });
    return texts;
  }

  private static void listen(StartEvent start) {
    if (start.getExtensionElements() == null) {
      start.setExtensionElements(start.getModelInstance().newInstance(ExtensionElements.class));
    }
    CamundaExecutionListener listener =
        start.getExtensionElements().addExtensionElement(CamundaExecutionListener.class);
    listener.setCamundaEvent("start");
    listener.setCamundaDelegateExpression("${calledStarts}");
  }

  private static ObjectNode scenario(
      Skeleton skeleton, Program program, String place, String speed) {
    ObjectNode json =
        Models.json(
            """
            {'arrival_time_distribution': {'distribution': 'fixed', 'value': 'PT37M'},
             'approval': {'cases': 1, 'replications': 1, 'warmUpCases': 0,
               'jurisdiction': '%s', 'start': '2026-03-02T09:00:00+08:00',
               'staff': [{'id': 'desk', 'groups': ['desk'], 'amount': 60, 'calendar': 'always'}],
               'durations': {}, 'outcomes': {}}}
            """
                .formatted(place));
    ObjectNode approval = json.withObject("/approval");
    for (Node node : program.nodes()) {
      if (node.kind() == Kind.WORK) {
        approval
            .withObject("/durations")
            .putObject(node.id())
            .put("distribution", "exponential")
            .put("mean", speed);
      }
      boolean draws = node.kind() == Kind.WORK || node.kind() == Kind.START;
      if (draws && !(node.kind() == Kind.START && isInside(skeleton, node))) {
        ObjectNode ways = approval.withObject("/outcomes").putObject(node.id());
        skeleton
            .ways()
            .get(skeleton.processOf(program, node))
            .forEach(
                (variable, flows) -> {
                  ObjectNode shares = ways.putObject(variable);
                  flows.forEach(flow -> shares.put(flow, 1.0 / flows.size()));
                });
      }
    }
    return json;
  }

  /** Whether it starts a subprocess rather than a process. */
  private static boolean isInside(Skeleton skeleton, Node start) {
    return !skeleton.processes().containsKey(start.home().id());
  }
}
