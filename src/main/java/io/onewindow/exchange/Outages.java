package io.onewindow.exchange;

import io.onewindow.casefile.CaseFile;
import io.onewindow.engine.Callers;
import io.onewindow.exchange.ExchangeHappened.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes it visible that a department's system cannot be reached, from the first failed try on: an
 * incident of the engine, which ends by itself when something gets through. The engine's own comes
 * only when the last try has failed. No clock stands still meanwhile: none of the laws' reasons for
 * a pause is a system that does not answer.
 */
@Component
class Outages {

  static final String INCIDENT = "departmentUnreachable";

  private final ExchangeStore store;
  private final RuntimeService runtime;
  private final CaseFile files;
  private final Callers callers;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate afterwards;
  private final Clock time;

  Outages(
      ExchangeStore store,
      RuntimeService runtime,
      CaseFile files,
      Callers callers,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock time) {
    this.store = store;
    this.runtime = runtime;
    this.files = files;
    this.callers = callers;
    this.events = events;
    this.time = time;
    afterwards = new TransactionTemplate(transactions);
    afterwards.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Notes a failed try when its transaction, which undoes everything else, has ended. */
  void note(Parcel parcel, String executionId, String reason) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
              afterwards.executeWithoutResult(s -> write(parcel, executionId, reason));
            }
          }
        });
  }

  private void write(Parcel parcel, String executionId, String reason) {
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    store.failed(parcel.requestId(), reason, now);
    if (parcel.incidentId() != null) {
      return;
    }
    String incident =
        callers.asSystem(
            () ->
                runtime
                    .createIncident(
                        INCIDENT,
                        executionId,
                        parcel.requestId(),
                        "%s（办件 %s，%s）：%s；系统会自动重试，时限照常计算"
                            .formatted(
                                parcel.systemId(), parcel.receiptNo(), parcel.subject(), reason))
                    .getId());
    store.incident(parcel.requestId(), incident);
    events.publishEvent(
        new ExchangeHappened(
            Kind.UNREACHABLE,
            files.find(parcel.receiptNo()).orElseThrow(),
            null,
            parcel.systemId() + "：" + parcel.subject() + "\n" + reason,
            now));
  }

  /** It got through, or need not any more. */
  void over(Parcel parcel) {
    String incident = parcel.incidentId();
    if (incident == null) {
      return;
    }
    callers.asSystem(
        () -> {
          if (runtime.createIncidentQuery().incidentId(incident).count() > 0) {
            runtime.resolveIncident(incident);
          }
          return null;
        });
    store.incident(parcel.requestId(), null);
  }
}
