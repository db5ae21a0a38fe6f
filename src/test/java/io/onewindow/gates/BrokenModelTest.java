package io.onewindow.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gate that never closes is no gate: files that break the rules are told so. */
class BrokenModelTest {

  private static final Path FOLDER = Path.of("src/test/resources/gates");
  private static final Surroundings KNOWN = new Surroundings();

  private static final List<String> PROCESS =
      BpmnRules.violations(BpmnFile.read(FOLDER.resolve("broken-service.bpmn")), KNOWN);
  private static final List<String> TABLE =
      DmnRules.violations(DmnFile.read(FOLDER.resolve("promised-limit.dmn")), KNOWN);
  private static final List<String> FORM =
      FormRulesGate.violations(FOLDER.resolve("broken.form"), KNOWN);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "process id another-name is not the file's name",
        "process id another-name is not the folder's name",
        "the process has no Chinese name",
        "no camunda:historyTimeToLive",
        "no camunda:versionTag",
        "Activity_0k3f9xq: a generated id",
        "Flow_1abc234: a generated id",
        "Activity_0k3f9xq: the id of a userTask is written userTask_camelCase",
        "startEvent_received: no shape in the diagram",
        "flow_toSplit: no edge in the diagram",
        "endEvent_silent: has no Chinese label",
        "Activity_0k3f9xq: its label has 18 characters, more than 12",
        "gateway_question: asks no question ending in ？",
        "flow_yes: leaves a decision without saying the answer",
        "startEvent_received: there is no form broken-start",
        "userTask_literal: there is no form broken-issue",
        "userTask_literal: the form is not bound to the model's own deployment",
        "Activity_0k3f9xq: unknown group nobody",
        "Activity_0k3f9xq: its due date is not an answer of promiseClock: 2026-10-01T17:30:00",
        "userTask_literal: its documentation names no clause",
        "scriptTask_compute: a scriptTask is code",
        "serviceTask_ownClass: camunda:class brings code of its own",
        "serviceTask_ownClass: a connector is code",
        "serviceTask_ownClass: no delegateExpression that names a bean open to models",
        "businessRuleTask_missing: calls runtimeService, which is not open to models",
        "businessRuleTask_missing: calls the function now()",
        "businessRuleTask_missing: there is no decision no-such-decision",
        "timer_literal: a promise is a date of promiseClock, not a duration or a cycle",
        "boundaryEvent_literalOverdue: fires at another instant than its task is due",
        "userTask_literal: turns red without a timeout listener for amber",
        "boundaryEvent_literalOverdue: interrupts and runs into a parallel join that waits for ever",
        "userTask_literal: no limit for the step unheard-of in promised-limit or internal-limit,"
            + " and no case clock around it",
        "userTask_literal: stands in the lane 税务局 but is offered to approval"
      })
  void aBrokenProcessIsTold(String sentence) {
    assertThat(PROCESS).contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the decision has no Chinese name",
        "no camunda:historyTimeToLive",
        "limit_invented: the ledger has no promise XX99-001",
        "limit_invented: statutes.csv has no XX1",
        "limit_reworded: step is \"never-asked\" here and case in the ledger",
        "limit_reworded: value is 30 here and 20 in the ledger",
        "limit_reworded: no model of company-registration has the step never-asked",
        "limit_reworded: the description does not name document and clause of its promise",
        "limit_reworded: the description does not quote its promise",
        "limit_numberOnly: no description says where the rule comes from",
        "limit_numberOnly: gives a number without a promise",
        "limit_numberOnly: neither a promise nor a law limits this step",
        "limit_invented and limit_numberOnly answer the same question in a UNIQUE table"
      })
  void aBrokenTableIsTold(String sentence) {
    assertThat(TABLE).contains(sentence);
  }

  @Test
  void aBrokenLedgerIsTold() {
    Map<String, String> forgotten =
        Map.of("promiseId", "XX99-001", "model", "company-registration", "quote", "当日办结");
    Map<String, String> adrift =
        Map.of("promiseId", "XX99-002", "model", "no-such-model", "quote", "长".repeat(81));
    Map<String, String> kept =
        Map.of("promiseId", "LC22-005", "model", "planned", "quote", "变“20分钟”内开办为常态");
    assertThat(LedgerRules.violations(List.of(forgotten, forgotten, adrift, kept), KNOWN))
        .contains(
            "XX99-001: listed 2 times",
            "XX99-001: no rule of promised-limit keeps it",
            "XX99-002: there is no model no-such-model",
            "XX99-002: quotes 81 characters",
            "LC22-005: still called planned, but a rule keeps it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the form's id is not the file's name",
        "no schemaVersion",
        "no model shows this form",
        "field_scan: a component of type filepicker is not allowed",
        "field_english: no Chinese label",
        "field_english: the server does not check validationType",
        "field_english: the server cannot read =a = 1 and b"
      })
  void aBrokenFormIsTold(String sentence) {
    assertThat(FORM).contains(sentence);
  }
}
