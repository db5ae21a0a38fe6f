package io.onewindow.gates;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every model, table and form keeps the rules of the house; one test per file. */
class ModelConventionsTest {

  private static final Logger LOG = LoggerFactory.getLogger(ModelConventionsTest.class);

  private static final Surroundings KNOWN = new Surroundings();

  @TestFactory
  Stream<DynamicTest> everyProcessCanBeReadTrustedAndTraced() {
    return each("processes", ".bpmn", file -> BpmnRules.violations(BpmnFile.read(file), KNOWN));
  }

  @TestFactory
  Stream<DynamicTest> everyDecisionIsUnambiguousAndNamesItsSource() {
    return each("processes", ".dmn", file -> DmnRules.violations(DmnFile.read(file), KNOWN));
  }

  @TestFactory
  Stream<DynamicTest> everyFormCanBeCheckedByTheServer() {
    return each("forms", ".form", file -> FormRulesGate.violations(file, KNOWN));
  }

  @TestFactory
  Stream<DynamicTest> everyPromiseIsKeptOrOpenlyPlanned() {
    List<String> planned = LedgerRules.planned(KNOWN.ledger());
    LOG.info("尚未建模的承诺 {} 条：\n  {}", planned.size(), String.join("\n  ", planned));
    return Stream.of(
        DynamicTest.dynamicTest(
            "ledger.csv",
            () ->
                Violations.assertNone(
                    "ledger.csv", LedgerRules.violations(KNOWN.ledger(), KNOWN))));
  }

  private static Stream<DynamicTest> each(
      String folder, String ending, Function<Path, List<String>> rules) {
    return RepositoryFiles.below(folder, ending).stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.toString(), () -> Violations.assertNone(file, rules.apply(file))));
  }
}
