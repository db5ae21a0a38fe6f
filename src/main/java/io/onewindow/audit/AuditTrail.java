package io.onewindow.audit;

import io.onewindow.casefile.CaseHappened;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.confidential.PersonalDataRead;
import io.onewindow.casefile.paper.Vault;
import io.onewindow.casefile.retention.CaseRetained;
import io.onewindow.engine.CallOrigin;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.engine.StepRows;
import io.onewindow.exchange.ExchangeHappened;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Records what happens to cases and who finishes tasks, in the transaction that does it: nothing
 * happens without its record. Officers' acts, clocks and materials have records of their own.
 */
@Component
class AuditTrail {

  private static final int LONGEST = 4000;

  /** What the sealed details are sealed for. */
  static final String DETAIL = "ow_audit.detail";

  private final StepRows rows;
  private final Callers callers;
  private final CallOrigin origin;
  private final Clock time;
  private final Vault vault;

  AuditTrail(StepRows rows, Callers callers, CallOrigin origin, Clock time, Vault vault) {
    this.rows = rows;
    this.callers = callers;
    this.origin = origin;
    this.time = time;
    this.vault = vault;
  }

  @EventListener
  void happened(CaseHappened event) {
    String details =
        event.details().entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .sorted()
            .collect(Collectors.joining("\n"));
    write(
        "CASE_" + event.kind().name(),
        event.file().receiptNo(),
        event.file().jurisdiction(),
        event.file().processInstanceId(),
        null,
        null,
        event.by(),
        details,
        event.at());
  }

  @EventListener(condition = "#task.eventName == 'complete'")
  void completed(DelegateTask task) {
    write(
        "TASK_COMPLETED",
        task.getExecution().getProcessBusinessKey(),
        task.getTenantId(),
        task.getProcessInstanceId(),
        task.getTaskDefinitionKey(),
        task.getId(),
        callers.current().map(Caller::id).orElse(null),
        task.getName(),
        time.instant());
  }

  @EventListener
  void retained(CaseRetained event) {
    ofCase("CASE_" + event.kind().name(), event.file(), event.by(), event.reason(), event.at());
  }

  @EventListener
  void exchanged(ExchangeHappened event) {
    ofCase("EXCHANGE_" + event.kind().name(), event.file(), event.by(), event.detail(), event.at());
  }

  @EventListener
  void read(PersonalDataRead event) {
    ofCase(
        "PERSONAL_DATA_READ",
        event.file(),
        event.by(),
        event.item() + "\n" + event.reason(),
        event.at());
  }

  /** What happens to a case as a whole, at none of its steps. */
  private void ofCase(String event, CaseRecord file, String by, String detail, Instant at) {
    write(
        event,
        file.receiptNo(),
        file.jurisdiction(),
        file.processInstanceId(),
        null,
        null,
        by,
        detail,
        at);
  }

  private void write(
      String event,
      String receiptNo,
      String jurisdiction,
      String processInstanceId,
      String activityId,
      String taskId,
      String actor,
      String detail,
      Instant at) {
    rows.add(
        """
        insert into ow_audit (id, event, receipt_no, jurisdiction, process_instance_id,
          activity_id, task_id, actor, detail, face, address, happened_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        event,
        receiptNo,
        jurisdiction,
        processInstanceId,
        activityId,
        taskId,
        actor,
        vault.seal(DETAIL, detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail),
        origin.face(),
        origin.address(),
        at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
  }
}
