package io.onewindow.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.history.event.HistoricDetailEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * The variables that a command has changed, with their values before and after: the engine's
 * operation log says only that there were some. Values that name or reach a person are masked, and
 * of what is no plain value only its type is told.
 */
final class ChangedVariables {

  private final Map<String, ConfidentialVariable> confidential;
  private final Supplier<SealedTexts> texts;

  ChangedVariables(List<ConfidentialVariable> confidential, Supplier<SealedTexts> texts) {
    this.confidential =
        confidential.stream()
            .collect(Collectors.toMap(ConfidentialVariable::name, Function.identity()));
    this.texts = texts;
  }

  /** A value as the engine's tables have it. */
  private record Stored(String type, String text, Number whole, Number fraction) {

    /** Null for none. */
    String plain() {
      return switch (type == null ? "null" : type) {
        case "null" -> null;
        case "string" -> text;
        case "boolean" -> String.valueOf(whole.longValue() == 1);
        case "short", "integer", "long" -> whole.toString();
        case "double" -> fraction.toString();
        case "date" -> Instant.ofEpochMilli(whole.longValue()).toString();
        default -> "（" + type + "）";
      };
    }
  }

  Stream<EngineOperation.Change> of(CommandContext command) {
    Map<String, HistoricVariableUpdateEventEntity> last = new LinkedHashMap<>();
    // the engine's cache answers for all details at once only
    command.getDbEntityManager().getCachedEntitiesByType(HistoricDetailEventEntity.class).stream()
        .filter(HistoricVariableUpdateEventEntity.class::isInstance)
        .map(HistoricVariableUpdateEventEntity.class::cast)
        .forEach(update -> last.put(update.getVariableInstanceId(), update));
    Map<String, Stored> before = last.isEmpty() ? Map.of() : stored(last.keySet(), command);
    return last.values().stream()
        .map(
            update ->
                new EngineOperation.Change(
                    update.getVariableName(),
                    shown(update.getVariableName(), before.get(update.getVariableInstanceId())),
                    shown(update.getVariableName(), after(update))));
  }

  private static Stored after(HistoricVariableUpdateEventEntity update) {
    return new Stored(
        update.getSerializerName(),
        update.getTextValue(),
        update.getLongValue(),
        update.getDoubleValue());
  }

  private String shown(String name, Stored value) {
    ConfidentialVariable kept = confidential.get(name);
    String plain = value == null ? null : value.plain();
    return kept == null || plain == null
        ? plain
        : kept.masked(texts.get().open(ConfidentialText.place(name), plain));
  }

  /** What nothing has been sent of yet, by id. */
  @SuppressWarnings("unchecked")
  private static Map<String, Stored> stored(Collection<String> ids, CommandContext command) {
    Map<String, Stored> stored = new HashMap<>();
    ((List<Map<String, Object>>)
            command
                .getDbEntityManager()
                .selectListWithRawParameter(
                    "selectStoredValues", List.copyOf(ids), 0, Integer.MAX_VALUE))
        .forEach(
            row ->
                stored.put(
                    (String) row.get("id"),
                    new Stored(
                        (String) row.get("type"),
                        (String) row.get("text"),
                        (Number) row.get("whole"),
                        (Number) row.get("fraction"))));
    return stored;
  }
}
