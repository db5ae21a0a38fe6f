package io.onewindow.desk;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.material.Material;
import io.onewindow.casefile.material.MaterialHappened;
import io.onewindow.engine.Callers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Watches over what an applicant has committed to or may bring later: each commitment and deferral
 * is a {@code post-issue-duty} of its own beside the case, under the case's receipt number, with a
 * clock that reminds, warns and ends in the credit record.
 */
@Component
class MaterialDuties {

  static final String MATERIAL = "materialId";

  /** Set when the duty's own task closed it, so that the register does not close it again. */
  static final String CLOSED = "dutyClosed";

  private static final String PROCESS = "post-issue-duty";
  private static final String VERIFY = "userTask_verifyDuty";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final CaseFile cases;
  private final Callers callers;

  MaterialDuties(RuntimeService runtime, TaskService tasks, CaseFile cases, Callers callers) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.cases = cases;
    this.callers = callers;
  }

  /**
   * The duty is the system's doing: whoever commits or brings a material may not start processes.
   */
  @EventListener
  void happened(MaterialHappened happening) {
    Material material = happening.material();
    callers.asSystem(
        () -> {
          switch (happening.kind()) {
            case COMMITTED -> begin(material, "告知承诺：" + material.name());
            case DEFERRED -> begin(material, "容缺后补：" + material.name());
            case REVERTED -> callOff(material);
            case FULFILLED -> close(material);
          }
          return null;
        });
  }

  private void begin(Material material, String name) {
    CaseRecord file =
        cases
            .find(material.receiptNo())
            .orElseThrow(() -> new IllegalStateException("no case " + material.receiptNo()));
    Map<String, Object> theCase = runtime.getVariables(file.processInstanceId());
    Map<String, Object> duty = new HashMap<>();
    for (String known :
        List.of("receiptNo", "serviceName", "subject", "applicantName", "applicantPhone")) {
      duty.put(known, theCase.get(known));
    }
    duty.put(CaseFile.JURISDICTION, file.jurisdiction());
    duty.put("applicantId", theCase.get("applicantIdNo"));
    duty.put(MATERIAL, material.materialId());
    duty.put("dutyName", name);
    duty.put("dutyText", material.statement());
    duty.put("dutyStep", "duty");
    duty.put("dutyTerm", material.term().toString());
    duty.put("dutyGroup", "window");
    runtime
        .createProcessInstanceByKey(PROCESS)
        .processDefinitionWithoutTenantId()
        .businessKey(material.receiptNo())
        .setVariables(duty)
        .execute();
  }

  private void callOff(Material material) {
    of(material).forEach(duty -> runtime.deleteProcessInstance(duty.getId(), "受理前撤回"));
  }

  /** What comes in after its time is for those to judge who have the case before them. */
  private void close(Material material) {
    of(material).stream()
        .filter(duty -> runtime.getVariable(duty.getId(), CLOSED) == null)
        .flatMap(
            duty ->
                tasks
                    .createTaskQuery()
                    .processInstanceId(duty.getId())
                    .taskDefinitionKey(VERIFY)
                    .list()
                    .stream())
        .forEach(task -> tasks.complete(task.getId(), Map.of("dutyNote", "材料已补交")));
  }

  private List<ProcessInstance> of(Material material) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(PROCESS)
        .processInstanceBusinessKey(material.receiptNo())
        .variableValueEquals(MATERIAL, material.materialId())
        .list();
  }
}
