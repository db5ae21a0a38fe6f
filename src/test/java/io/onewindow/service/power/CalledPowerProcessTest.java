package io.onewindow.service.power;

import static io.onewindow.service.power.PowerApplications.energised;
import static io.onewindow.service.power.PowerApplications.factory;
import static io.onewindow.service.power.PowerApplications.highVoltageEnergised;
import static io.onewindow.service.power.PowerApplications.household;
import static io.onewindow.service.power.PowerApplications.outerLine;
import static io.onewindow.service.power.PowerApplications.planReplied;
import static io.onewindow.service.power.PowerApplications.smallBusiness;
import static io.onewindow.service.power.PowerApplications.surveyed;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.CallActivityBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Connections that another service, such as the joint application, calls for its own case. */
@StoryTest
@OnBothDatabases
class CalledPowerProcessTest {

  private static final String GRID = "boundaryEvent_gridPromise";

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void connectsALowVoltageCustomerWithoutAcceptingOrHandingOutAgain() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("lcClerk", "low-voltage-power", household());
    ProcessInstance caller =
        calls(
            theCase,
            "low-voltage-power",
            with(smallBusiness("160", "kVA"), Map.of("worksNeeded", "yes")));
    assertThat(hall.openTasks(caller)).containsExactly("勘查并答复方案");
    assertThat(hall.timerOf(caller, GRID)).isEqualTo("2026-09-23T17:30");
    hall.completes("lcPower", caller, "勘查并答复方案", surveyed("2026-09-15", "20", "no"));
    hall.completes("lcPower", caller, "装表接电", energised("2026-09-15"));
    assertThat(runtime.getVariable(caller.getId(), "contractNo")).isEqualTo("GYD-2026-0001");
    assertThat(runtime.getVariable(caller.getId(), "outerLine")).isEqualTo("no");
    assertThat(runtime.getVariable(caller.getId(), "goesOn")).isEqualTo(true);
    assertThat(caseFile.isDecided(theCase.getBusinessKey())).isFalse();
  }

  @Test
  void handsBackThatALineWasBuiltSoThatItsCallerAsksForTheCompletionData() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("sxClerk", "low-voltage-power", household());
    ProcessInstance caller =
        calls(
            theCase,
            "low-voltage-power",
            with(smallBusiness("160", "kW"), Map.of("worksNeeded", "yes")));
    hall.completes(
        "sxPower",
        caller,
        "勘查并答复方案",
        with(
            with(surveyed("2026-09-15", "20", "no"), outerLine("160", "200")),
            Map.of("outerLine", "yes")));
    hall.completes("sxPower", caller, "装表接电", energised("2026-09-15"));
    assertThat(runtime.getVariable(caller.getId(), "outerLine")).isEqualTo("yes");
    assertThat(runtime.getVariable(caller.getId(), "permitRoute")).isEqualTo("exempt");

    ProcessInstance afterwards =
        calls(theCase, "power-line-permit", Map.of("linePhase", "completion"));
    hall.completes("sxPower", afterwards, "登记外线竣工", Map.of("lineCompletedOn", "2026-09-15"));
    assertThat(hall.dueOf(afterwards, "推送竣工资料")).isEqualTo("2026-12-15T17:30");
  }

  @Test
  void connectsAHighVoltageCustomerFromTheReplyOn() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("lcClerk", "low-voltage-power", household());
    hall.itIs("2026-09-21T10:00");
    ProcessInstance caller =
        calls(theCase, "high-voltage-power", factory("10kv", "single", "1250"));
    assertThat(hall.openTasks(caller)).containsExactly("答复供电方案");
    assertThat(hall.timerOf(caller, GRID)).isEqualTo("2026-10-13T17:30");
    hall.completes("lcPower", caller, "答复供电方案", planReplied("2026-09-21", "no"));
    hall.completes("lcPower", caller, "验收送电", highVoltageEnergised("2026-09-21"));
    assertThat(runtime.getVariable(caller.getId(), "contractNo")).isEqualTo("GYG-2026-0001");
  }

  @Test
  void refusesWhatBreaksTheSameRulesAsAnApplication() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("sxClerk", "low-voltage-power", household());
    assertThatThrownBy(
            () ->
                calls(
                    theCase,
                    "low-voltage-power",
                    with(smallBusiness("160", "kVA"), Map.of("worksNeeded", "yes"))))
        .hasStackTraceContaining("应为千瓦");
    assertThatThrownBy(() -> calls(theCase, "low-voltage-power", smallBusiness("160", "kW")))
        .hasStackTraceContaining("是否有供电工程");
    assertThatThrownBy(
            () ->
                calls(
                    theCase,
                    "low-voltage-power",
                    with(
                        smallBusiness("160", "kW"),
                        Map.of("worksNeeded", "yes", "tariff", "cheap"))))
        .hasStackTraceContaining("不是可选项之一");
  }

  /** A service of the same case that hands in these fields and goes on with what comes back. */
  private ProcessInstance calls(
      ProcessInstance theCase, String service, Map<String, Object> fields) {
    Map<String, Object> handed = new HashMap<>(fields);
    handed.put("receiptNo", theCase.getBusinessKey());
    handed.put("materialsReceivedAt", runtime.getVariable(theCase.getId(), "materialsReceivedAt"));
    handed.put("subject", "新建厂区联合报装");
    CallActivityBuilder call =
        Bpmn.createExecutableProcess("caller-of-power")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .callActivity("call")
            .calledElement(service)
            .camundaInBusinessKey("#{execution.processBusinessKey}");
    handed.keySet().forEach(name -> call.camundaIn(name, name));
    for (String name : new String[] {"contractNo", "outerLine", "permitRoute"}) {
      call.camundaOut(name, name);
    }
    var model =
        call.camundaOutputParameter("goesOn", "${true}")
            .intermediateCatchEvent("waits")
            .message("never")
            .endEvent()
            .done();
    repository.createDeployment().addModelInstance("caller-of-power.bpmn", model).deploy();
    handed.put("jurisdiction", runtime.getVariable(theCase.getId(), "jurisdiction"));
    return runtime
        .createProcessInstanceByKey("caller-of-power")
        .processDefinitionWithoutTenantId()
        .businessKey(theCase.getBusinessKey())
        .setVariables(handed)
        .execute();
  }
}
