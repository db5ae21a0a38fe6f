package io.onewindow.audit;

import io.onewindow.audit.AuditRows.Place;
import io.onewindow.casefile.CaseHappened;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.confidential.PersonalDataRead;
import io.onewindow.casefile.rating.CaseRated;
import io.onewindow.casefile.rating.Rating;
import io.onewindow.casefile.retention.CaseRetained;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.exchange.ExchangeHappened;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Records what happens to cases and who finishes tasks, in the transaction that does it: nothing
 * happens without its record. Officers' acts, clocks and materials have records of their own, and
 * {@link OperationTrail} records what is done to the system itself.
 */
@Component
class AuditTrail {

  private final AuditRows rows;
  private final Callers callers;
  private final Clock time;

  AuditTrail(AuditRows rows, Callers callers, Clock time) {
    this.rows = rows;
    this.callers = callers;
    this.time = time;
  }

  @EventListener
  void happened(CaseHappened event) {
    String details =
        event.details().entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .sorted()
            .collect(Collectors.joining("\n"));
    ofCase("CASE_" + event.kind().name(), event.file(), event.by(), details, event.at());
  }

  @EventListener(condition = "#task.eventName == 'complete'")
  void completed(DelegateTask task) {
    rows.add(
        "TASK_COMPLETED",
        new Place(
            task.getExecution().getProcessBusinessKey(),
            task.getTenantId(),
            task.getProcessInstanceId(),
            task.getTaskDefinitionKey(),
            task.getId()),
        callers.current().map(Caller::id).orElse(null),
        task.getName(),
        time.instant());
  }

  @EventListener
  void retained(CaseRetained event) {
    ofCase("CASE_" + event.kind().name(), event.file(), event.by(), event.reason(), event.at());
  }

  /** Without the remark: it is erased with the case, and nothing is erased here. */
  @EventListener
  void rated(CaseRated event) {
    Rating rating = event.rating();
    ofCase("CASE_RATED", event.file(), null, rating.grade().label(), rating.ratedAt());
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
    rows.add(
        event,
        new Place(file.receiptNo(), file.jurisdiction(), file.processInstanceId(), null, null),
        by,
        detail,
        at);
  }
}
