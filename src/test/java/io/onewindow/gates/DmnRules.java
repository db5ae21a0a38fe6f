package io.onewindow.gates;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Decision;

/** All rules for a decision table. */
final class DmnRules {

  private DmnRules() {}

  static List<String> violations(DmnFile file, Surroundings known) {
    List<String> found = new ArrayList<>();
    if (file.decisions().size() != 1) {
      found.add("holds " + file.decisions().size() + " decisions instead of one");
    }
    file.decisions().forEach(decision -> decision(file, decision).forEach(found::add));
    if (!known.isNameUnique(file.path())) {
      found.add("another file has the same name");
    }
    file.rows().stream()
        .filter(row -> row.description().isBlank())
        .forEach(row -> found.add(row.id() + ": no description says where the rule comes from"));
    found.addAll(new Overlaps(file).violations());
    if (file.slug().equals(Surroundings.PROMISED)) {
      PromisedLimitRules.violations(file, known).forEach(found::add);
    } else if (file.slug().equals(Surroundings.INTERNAL)) {
      InternalLimitRules.violations(file, known).forEach(found::add);
    } else if (file.slug().equals(Surroundings.MATERIALS)) {
      MaterialListRules.violations(file, known).forEach(found::add);
    }
    return found;
  }

  private static Stream<String> decision(DmnFile file, Decision decision) {
    return Violations.of(
        Violations.unless(
            file.slug().equals(decision.getId()),
            "decision id " + decision.getId() + " is not the file's name"),
        Violations.unless(Chinese.in(decision.getName()), "the decision has no Chinese name"),
        Violations.unless(
            decision.getCamundaHistoryTimeToLiveString() != null, "no camunda:historyTimeToLive"),
        Violations.unless(decision.getVersionTag() != null, "no camunda:versionTag"));
  }
}
