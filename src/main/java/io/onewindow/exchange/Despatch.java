package io.onewindow.exchange;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.retention.CaseRetained;
import io.onewindow.desk.HandedOver;
import io.onewindow.engine.AwaitedCommit;
import io.onewindow.engine.Callers;
import io.onewindow.exchange.Parcel.Kind;
import io.onewindow.exchange.Parcel.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down what a department's system is to be told, in the transaction of what it tells of: a
 * row, and an instance of {@code pass-to-department}, whose job the engine will not let go of. A
 * task stays in its department's list all the while: people may always do it themselves.
 */
@Component
class Despatch {

  static final String REQUEST_ID = "requestId";
  private static final String PROCESS = "pass-to-department";

  private final DepartmentSystems systems;
  private final Contents contents;
  private final ExchangeStore store;
  private final CaseFile files;
  private final RuntimeService runtime;
  private final Callers callers;
  private final AwaitedCommit commit;
  private final Clock time;

  Despatch(
      DepartmentSystems systems,
      Contents contents,
      ExchangeStore store,
      CaseFile files,
      RuntimeService runtime,
      Callers callers,
      AwaitedCommit commit,
      Clock time) {
    this.systems = systems;
    this.contents = contents;
    this.store = store;
    this.files = files;
    this.runtime = runtime;
    this.callers = callers;
    this.commit = commit;
    this.time = time;
  }

  @EventListener(condition = "#task.eventName == 'create'")
  void created(DelegateTask task) {
    if (systems.isEmpty()) {
      return;
    }
    Set<String> groups =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    systems
        .forStep(task.getTenantId(), groups, task.getTaskDefinitionKey())
        .ifPresent(system -> step(system, task));
  }

  private void step(DepartmentSystem system, DelegateTask task) {
    files
        .find(task.getExecution().getProcessBusinessKey())
        .ifPresent(
            file -> {
              String id = UUID.randomUUID().toString();
              add(
                  system,
                  new Parcel(
                      id,
                      Kind.STEP,
                      system.id(),
                      file.receiptNo(),
                      file.jurisdiction(),
                      task.getName(),
                      task.getId(),
                      contents.ofStep(id, system, file, task),
                      State.WAITING,
                      null));
            });
  }

  @EventListener
  void handedOver(HandedOver event) {
    if (systems.isEmpty()) {
      return;
    }
    CaseRecord file = files.find(event.receiptNo()).orElseThrow();
    systems
        .forHandOver(file.jurisdiction(), event.regulator())
        .ifPresent(system -> handOver(system, file, event));
  }

  private void handOver(DepartmentSystem system, CaseRecord file, HandedOver event) {
    String id = UUID.randomUUID().toString();
    add(
        system,
        new Parcel(
            id,
            Kind.HAND_OVER,
            system.id(),
            file.receiptNo(),
            file.jurisdiction(),
            Kind.HAND_OVER.label(),
            null,
            contents.ofHandOver(id, system, file, event),
            State.WAITING,
            null));
  }

  @EventListener(condition = "#event.kind().name() == 'CLEARED'")
  void cleared(CaseRetained event) {
    store.clear(event.file().receiptNo());
  }

  /** Whoever did it to the case needs no right to send. */
  private void add(DepartmentSystem system, Parcel parcel) {
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    commit.require();
    store.add(parcel, system.connection().department(), now);
    callers.asSystem(
        () ->
            runtime
                .createProcessInstanceByKey(PROCESS)
                .processDefinitionWithoutTenantId()
                .businessKey(parcel.requestId())
                .setVariables(
                    Map.of(
                        REQUEST_ID,
                        parcel.requestId(),
                        CaseFile.RECEIPT_NO,
                        parcel.receiptNo(),
                        CaseFile.JURISDICTION,
                        parcel.jurisdiction()))
                .execute());
  }
}
