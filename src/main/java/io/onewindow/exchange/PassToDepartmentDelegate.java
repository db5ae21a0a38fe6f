package io.onewindow.exchange;

import io.onewindow.casefile.CaseFile;
import io.onewindow.exchange.ExchangeHappened.Kind;
import io.onewindow.exchange.Parcel.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells a department's system one thing. A failure undoes the transaction and the engine tries
 * again by the model's intervals; when the node dies between sending and the end of the transaction
 * it goes out once more under the same request id.
 */
@Component("passToDepartmentDelegate")
class PassToDepartmentDelegate implements JavaDelegate {

  private final ExchangeStore store;
  private final DepartmentSystems systems;
  private final ExchangePort port;
  private final Outages outages;
  private final TaskService tasks;
  private final CaseFile files;
  private final ApplicationEventPublisher events;
  private final Clock time;

  PassToDepartmentDelegate(
      ExchangeStore store,
      DepartmentSystems systems,
      ExchangePort port,
      Outages outages,
      TaskService tasks,
      CaseFile files,
      ApplicationEventPublisher events,
      Clock time) {
    this.store = store;
    this.systems = systems;
    this.port = port;
    this.outages = outages;
    this.tasks = tasks;
    this.files = files;
    this.events = events;
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = (String) execution.getVariable(Despatch.REQUEST_ID);
    store.waiting(id).ifPresent(parcel -> settle(parcel, execution.getId()));
    store.find(id).ifPresent(outages::over);
  }

  private void settle(Parcel parcel, String executionId) {
    if (isDone(parcel)) {
      store.settled(parcel.requestId(), State.OVERTAKEN, now());
      happened(Kind.OVERTAKEN, parcel);
      return;
    }
    try {
      port.deliver(system(parcel), parcel);
    } catch (DeliveryFailed failed) {
      outages.note(parcel, executionId, failed.getMessage());
      throw failed;
    }
    store.delivered(parcel.requestId(), now());
    happened(Kind.DELIVERED, parcel);
  }

  private DepartmentSystem system(Parcel parcel) {
    return systems
        .find(parcel.systemId())
        .orElseThrow(() -> new DeliveryFailed("配置中已没有系统 " + parcel.systemId()));
  }

  private boolean isDone(Parcel parcel) {
    return parcel.taskId() != null && tasks.createTaskQuery().taskId(parcel.taskId()).count() == 0;
  }

  private void happened(Kind kind, Parcel parcel) {
    events.publishEvent(
        new ExchangeHappened(
            kind,
            files.find(parcel.receiptNo()).orElseThrow(),
            null,
            parcel.systemId() + "：" + parcel.subject(),
            now()));
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
