package io.onewindow.engine;

import java.time.Instant;
import java.util.List;

/**
 * What somebody did to the engine by its own means, over REST or on its screens, told in the
 * transaction that does it. What follows from it is not told again, and neither is what one of our
 * own acts does through the engine: {@link Callers#inOwnName}.
 *
 * @param entity the engine's word for what was changed, e.g. {@code ProcessInstance}
 * @param operation its word for how, e.g. {@code SetDueDate}
 * @param by user id
 * @param place where it was done; never null
 * @param reason as given to the engine; null for none
 * @param changes may be empty
 */
public record EngineOperation(
    String entity,
    String operation,
    String by,
    Instant at,
    Place place,
    String reason,
    List<Change> changes) {

  /**
   * What it was done to; null for each that does not apply.
   *
   * @param jurisdiction tenant
   */
  public record Place(String jurisdiction, String processInstanceId, String taskId) {}

  /**
   * A property with its value before and after, null for none. Values of confidential variables are
   * masked.
   */
  public record Change(String property, String before, String after) {}
}
