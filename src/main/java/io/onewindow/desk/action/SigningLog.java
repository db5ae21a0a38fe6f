package io.onewindow.desk.action;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Notes what the engine's events tell of a task: a signature, a deputy's work, a claim. */
@Component
class SigningLog {

  private final ActLog log;
  private final DeputyStore deputies;

  SigningLog(ActLog log, DeputyStore deputies) {
    this.log = log;
    this.deputies = deputies;
  }

  /** Whoever does an absent person's task signs for that person. */
  void writeIfDeputy(DelegateTask task, String actor) {
    if (actor != null && deputies.absentOf(task.getId(), actor).isPresent()) {
      write(Act.SIGN, task, actor, "代办签署");
    }
  }

  void write(Act act, DelegateTask task, String actor, String reason) {
    write(act, task, actor, null, null, reason);
  }

  void write(
      Act act, DelegateTask task, String actor, String fromWhom, String toWhom, String reason) {
    log.write(
        new ActRecord(
            null,
            act,
            task.getExecution().getProcessBusinessKey(),
            task.getTenantId(),
            task.getProcessInstanceId(),
            task.getTaskDefinitionKey(),
            task.getId(),
            task.getName(),
            actor,
            actor == null ? null : deputies.absentOf(task.getId(), actor).orElse(null),
            fromWhom,
            toWhom,
            reason,
            null,
            null,
            null));
  }
}
