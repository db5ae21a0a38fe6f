package io.onewindow.gates;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;

/** One executable process per file, found under one name everywhere. */
final class ProcessRules {

  private static final String SHARED = "shared";

  private ProcessRules() {}

  static Stream<String> violations(BpmnFile file, Surroundings known) {
    List<Process> processes = file.executableProcesses();
    if (processes.size() != 1) {
      return Stream.of("holds " + processes.size() + " executable processes instead of one");
    }
    return Stream.concat(names(file, known), attributes(processes.get(0)));
  }

  private static Stream<String> names(BpmnFile file, Surroundings known) {
    String id = file.executableProcesses().get(0).getId();
    return Violations.of(
        Violations.unless(file.slug().equals(id), "process id " + id + " is not the file's name"),
        Violations.unless(
            file.folder().equals(id) || file.folder().equals(SHARED),
            "process id " + id + " is not the folder's name"),
        Violations.unless(known.isNameUnique(file.path()), "another file has the same name"));
  }

  private static Stream<String> attributes(Process process) {
    return Violations.of(
        Violations.unless(Chinese.in(process.getName()), "the process has no Chinese name"),
        Violations.unless(
            process.getCamundaHistoryTimeToLiveString() != null, "no camunda:historyTimeToLive"),
        Violations.unless(process.getCamundaVersionTag() != null, "no camunda:versionTag"));
  }
}
