package io.onewindow.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.interceptor.Session;

/**
 * What the engine enters in its operation log during one command, told as a whole when the command
 * ends, before anything is sent to the database: the log has a row for each property.
 */
final class OperationNotes implements Session, CommandContextListener {

  private static final Pattern DATE = Pattern.compile("(?i)(date|time|timestamp)$");
  private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{12,13}");

  private final List<UserOperationLogEntryEventEntity> entries = new ArrayList<>();
  private final Consumer<EngineOperation> listener;
  private final ChangedVariables variables;
  private boolean recorded;

  /**
   * @param listener told of every kind of operation once
   */
  OperationNotes(Consumer<EngineOperation> listener, ChangedVariables variables) {
    this.listener = listener;
    this.variables = variables;
  }

  /** Of the command at hand. */
  static OperationNotes atHand() {
    return Context.getCommandContext().getSession(OperationNotes.class);
  }

  /** Does what leaves a record of its own. */
  <T> T recorded(Supplier<T> deed) {
    boolean before = recorded;
    recorded = true;
    try {
      return deed.get();
    } finally {
      recorded = before;
    }
  }

  void add(UserOperationLogEntryEventEntity entry) {
    if (recorded) {
      return;
    }
    if (entries.isEmpty()) {
      Context.getCommandContext().registerCommandContextListener(this);
    }
    entries.add(entry);
  }

  @Override
  public void onCommandContextClose(CommandContext command) {
    Map<String, List<UserOperationLogEntryEventEntity>> kinds = new LinkedHashMap<>();
    entries.forEach(
        entry ->
            kinds
                .computeIfAbsent(
                    entry.getEntityType() + ' ' + entry.getOperationType(),
                    kind -> new ArrayList<>())
                .add(entry));
    kinds.values().forEach(kind -> listener.accept(operation(kind, command)));
  }

  private EngineOperation operation(
      List<UserOperationLogEntryEventEntity> entries, CommandContext command) {
    UserOperationLogEntry one = entries.get(0);
    return new EngineOperation(
        one.getEntityType(),
        one.getOperationType(),
        one.getUserId(),
        one.getTimestamp().toInstant(),
        new EngineOperation.Place(one.getTenantId(), one.getProcessInstanceId(), one.getTaskId()),
        one.getAnnotation(),
        changes(entries, command));
  }

  private List<EngineOperation.Change> changes(
      List<UserOperationLogEntryEventEntity> entries, CommandContext command) {
    UserOperationLogEntry one = entries.get(0);
    Stream<EngineOperation.Change> subjects =
        Stream.of(
                new EngineOperation.Change(
                    "processDefinitionId", null, one.getProcessDefinitionId()),
                new EngineOperation.Change("deploymentId", null, one.getDeploymentId()),
                new EngineOperation.Change("jobDefinitionId", null, one.getJobDefinitionId()),
                new EngineOperation.Change("jobId", null, one.getJobId()),
                new EngineOperation.Change("batchId", null, one.getBatchId()),
                new EngineOperation.Change("externalTaskId", null, one.getExternalTaskId()))
            .filter(subject -> subject.after() != null);
    Stream<EngineOperation.Change> properties =
        entries.stream()
            .filter(entry -> entry.getProperty() != null)
            .map(
                entry ->
                    new EngineOperation.Change(
                        entry.getProperty(),
                        readable(entry.getProperty(), entry.getOrgValue()),
                        readable(entry.getProperty(), entry.getNewValue())));
    Stream<EngineOperation.Change> values =
        EntityTypes.VARIABLE.equals(one.getEntityType()) ? variables.of(command) : Stream.empty();
    return Stream.of(subjects, properties, values)
        .flatMap(all -> all)
        .filter(change -> !Objects.equals(change.before(), change.after()))
        .toList();
  }

  /** The engine writes instants as milliseconds. */
  private static String readable(String property, String value) {
    return value != null && DATE.matcher(property).find() && MILLISECONDS.matcher(value).matches()
        ? Instant.ofEpochMilli(Long.parseLong(value)).toString()
        : value;
  }

  @Override
  public void onCommandFailed(CommandContext command, Throwable failure) {
    // nothing happened
  }

  @Override
  public void flush() {
    // told before
  }

  @Override
  public void close() {
    // nothing is held
  }
}
