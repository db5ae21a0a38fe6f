package io.onewindow.audit;

import io.onewindow.audit.AuditRows.Place;
import io.onewindow.engine.Callers;
import io.onewindow.engine.EngineOperation;
import io.onewindow.promise.CountingChanged;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Records what people do to the system itself, in the transaction that does it: one row for each
 * operation, with what was changed from what to what. Recorded is whatever the engine enters in its
 * operation log, over REST as on the screens:
 *
 * <ul>
 *   <li>accounts, groups, jurisdictions, memberships and grants;
 *   <li>deployments, and models suspended, activated or deleted;
 *   <li>instances deleted, modified, migrated, suspended, activated or restarted;
 *   <li>jobs moved to another date, executed, suspended, activated or tried again;
 *   <li>variables set or removed, incidents and annotations, batches, deleted history;
 * </ul>
 *
 * and beside it calendars loaded and withdrawn and running clocks counted again. Left out is only
 * what has a record of its own, so that the work on a case costs no further row:
 *
 * <ul>
 *   <li>a task completed (TASK_COMPLETED), claimed, given back, delegated, passed on (ow_action),
 *       with the links to persons and the changes to the task that this makes; when an officer
 *       wants to be reminded of it is recorded;
 *   <li>an instance started: a case is received (CASE_RECEIVED), every other is begun by an act;
 *   <li>what our own acts do through the engine ({@link Callers#inOwnName}, {@link
 *       Callers#asSystem}, code that models call): they are in ow_action, ow_clock_event or
 *       ow_audit;
 *   <li>a decision table that was asked: nothing changed.
 * </ul>
 *
 * What the system does at a start, with nobody signed in, is not an operation: it deploys the
 * models that the release brings along.
 */
@Component
class OperationTrail {

  private static final Set<String> RECORDED_ELSEWHERE =
      Set.of(
          "Task Claim",
          "Task Complete",
          "Task Assign",
          "Task Delegate",
          "Task Resolve",
          "Task SetOwner",
          "IdentityLink AddUserLink",
          "IdentityLink DeleteUserLink",
          "IdentityLink AddGroupLink",
          "IdentityLink DeleteGroupLink",
          "ProcessInstance Create",
          "DecisionDefinition Evaluate");

  private final AuditRows rows;
  private final HistoryService history;
  private final Callers callers;

  OperationTrail(AuditRows rows, HistoryService history, Callers callers) {
    this.rows = rows;
    this.history = history;
    this.callers = callers;
  }

  @EventListener
  void happened(EngineOperation operation) {
    if (isRecordedElsewhere(operation)) {
      return;
    }
    EngineOperation.Place place = operation.place();
    String event = EventWords.event(operation.entity(), operation.operation());
    rows.add(
        event,
        new Place(
            receiptNo(place.processInstanceId()),
            place.jurisdiction(),
            place.processInstanceId(),
            null,
            place.taskId()),
        operation.by(),
        detail(operation),
        operation.at());
  }

  private static boolean isRecordedElsewhere(EngineOperation operation) {
    String kind = operation.entity() + ' ' + operation.operation();
    return RECORDED_ELSEWHERE.contains(kind)
        || kind.equals("Task Update")
            && operation.changes().stream().noneMatch(change -> isReminder(change.property()));
  }

  /** The only date of a task that is left to its officer. */
  private static boolean isReminder(String property) {
    return property.equals("followUpDate");
  }

  @EventListener
  void counted(CountingChanged event) {
    rows.add(
        event.kind().name(),
        Place.of(event.jurisdiction()),
        event.by(),
        event.detail(),
        event.at());
  }

  /** Null for what is no part of a case. */
  private String receiptNo(String processInstanceId) {
    if (processInstanceId == null) {
      return null;
    }
    HistoricProcessInstance instance =
        callers.asSystem(
            () ->
                history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(processInstanceId)
                    .singleResult());
    return instance == null ? null : instance.getBusinessKey();
  }

  private static String detail(EngineOperation operation) {
    Stream<String> reason = Stream.ofNullable(operation.reason()).map(words -> "理由：" + words);
    return Stream.concat(reason, operation.changes().stream().map(OperationTrail::line))
        .collect(Collectors.joining("\n"));
  }

  private static String line(EngineOperation.Change change) {
    String after = change.after() == null ? "（无）" : change.after();
    return change.before() == null
        ? change.property() + "：" + after
        : change.property() + "：" + change.before() + " → " + after;
  }
}
