package io.onewindow.gates;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What the rest of the repository knows and a single model, table or form may refer to. */
final class Surroundings {

  static final String PROMISED = "promised-limit";
  static final String INTERNAL = "internal-limit";
  static final String MATERIALS = "material-list";

  private final List<BpmnFile> processes = readable("processes", ".bpmn", BpmnFile::read);
  private final List<DmnFile> decisions = readable("processes", ".dmn", DmnFile::read);
  private final Map<String, Set<String>> steps =
      processes.stream().collect(toMap(BpmnFile::slug, Surroundings::steps, (one, two) -> one));
  private final List<DmnFile.Row> promised = rows(PROMISED);
  private final List<DmnFile.Row> internal = rows(INTERNAL);
  private final Map<String, Set<String>> groupNames = groups();
  private final Set<String> modelBeans = beans();

  List<BpmnFile> processes() {
    return processes;
  }

  List<DmnFile> decisions() {
    return decisions;
  }

  boolean hasProcess(String id) {
    return steps.containsKey(String.valueOf(id));
  }

  boolean hasDecision(String id) {
    return decisions.stream().anyMatch(file -> file.slug().equals(id));
  }

  boolean hasForm(String id) {
    return RepositoryFiles.below("forms", ".form").stream()
        .anyMatch(file -> RepositoryFiles.slug(file).equals(id));
  }

  boolean hasGroup(String id) {
    return groupNames.containsKey(id);
  }

  /** Names of a group, in general and in each jurisdiction. */
  Set<String> namesOf(String group) {
    return groupNames.getOrDefault(group, Set.of());
  }

  /** The beans that expressions in models may use. */
  Set<String> modelBeans() {
    return modelBeans;
  }

  /** The rows of the table of promised limits. */
  List<DmnFile.Row> promised() {
    return promised;
  }

  List<Map<String, String>> ledger() {
    return RepositoryFiles.csv("promise/ledger.csv");
  }

  /** The laws and plans that lists of materials rest on. */
  List<Map<String, String>> materialSources() {
    return RepositoryFiles.csv("casefile/material/sources.csv");
  }

  boolean hasStatute(String id) {
    return RepositoryFiles.csv("promise/statutes.csv").stream()
        .anyMatch(row -> row.get("statuteId").equals(id));
  }

  /** Whether one of the tables limits that step of that process. */
  boolean limits(String process, String step) {
    return Stream.concat(promised.stream(), internal.stream())
        .anyMatch(row -> step.equals(row.literal("step")) && isFor(row, process));
  }

  /** Whether a model, or a shared part it calls, asks for the limit that the row gives. */
  boolean isAsked(DmnFile.Row row) {
    String step = String.valueOf(row.literal("step"));
    return processes.stream()
        .filter(process -> isFor(row, process.slug()) || process.isSharedPart())
        .filter(process -> !process.isSharedPart() || isCalledBy(process, row))
        .anyMatch(process -> steps.get(process.slug()).contains(step));
  }

  private boolean isCalledBy(BpmnFile part, DmnFile.Row row) {
    List<Call> calls = callers(part);
    return calls.isEmpty() || calls.stream().anyMatch(call -> isFor(row, call.file().slug()));
  }

  /**
   * A call activity of a service.
   *
   * @param file the service, never a shared part
   */
  record Call(BpmnFile file, CallActivity activity) {}

  /** Where services call a shared part, directly or through other parts. */
  List<Call> callers(BpmnFile part) {
    return processes.stream()
        .flatMap(
            file ->
                file.all(CallActivity.class).stream()
                    .filter(call -> part.slug().equals(call.getCalledElement()))
                    .flatMap(
                        call ->
                            file.isSharedPart()
                                ? callers(file).stream()
                                : Stream.of(new Call(file, call))))
        .toList();
  }

  /** In the jar models and forms are deployed by their bare names. */
  boolean isNameUnique(Path file) {
    return Stream.of(".bpmn", ".dmn", ".form")
            .flatMap(
                ending ->
                    Stream.concat(
                        RepositoryFiles.below("processes", ending).stream(),
                        RepositoryFiles.below("forms", ending).stream()))
            .filter(other -> other.getFileName().equals(file.getFileName()))
            .count()
        <= 1;
  }

  /** A row that names no service is for all. */
  private static boolean isFor(DmnFile.Row row, String process) {
    return row.isFor("service", process);
  }

  /** A file that cannot be read fails its own test and must not fail those of all others. */
  private static <T> List<T> readable(String folder, String ending, Function<Path, T> reader) {
    return RepositoryFiles.below(folder, ending).stream()
        .flatMap(
            file -> {
              try {
                return Stream.of(reader.apply(file));
              } catch (ModelException unreadable) {
                return Stream.empty();
              }
            })
        .toList();
  }

  private List<DmnFile.Row> rows(String table) {
    return decisions.stream()
        .filter(file -> file.slug().equals(table))
        .flatMap(file -> file.rows().stream())
        .toList();
  }

  private static Set<String> steps(BpmnFile file) {
    return Steps.usedIn(file).stream().map(Steps.Use::step).collect(toSet());
  }

  private static Map<String, Set<String>> groups() {
    Stream<Map<String, String>> general =
        RepositoryFiles.csv("department/groups.csv").stream()
            .map(row -> Map.of("group", row.get("id"), "name", row.get("name")));
    Stream<Map<String, String>> local = RepositoryFiles.csv("department/departments.csv").stream();
    return Stream.concat(general, local)
        .collect(groupingBy(row -> row.get("group"), mapping(row -> row.get("name"), toSet())));
  }

  private static Set<String> beans() {
    var yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    return yaml.getObject().entrySet().stream()
        .filter(entry -> entry.getKey().toString().startsWith("onewindow.engine.model-beans["))
        .map(entry -> entry.getValue().toString())
        .collect(toSet());
  }
}
