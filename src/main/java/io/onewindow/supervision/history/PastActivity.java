package io.onewindow.supervision.history;

import java.time.Instant;

/**
 * One time an element of a model was at work, as the engine recorded it.
 *
 * @param id of the activity instance
 * @param definitionId which version of the model it ran by
 * @param process key of that model
 * @param elementId id of the element; {@code …#multiInstanceBody} around several of one element
 * @param name as in the model; the element's id where it has none
 * @param type the engine's word, e.g. {@code userTask}
 * @param scopeId activity instance around it
 * @param group whose task it was first; null for what is no task
 * @param assignee who had it last; null for nobody
 * @param to null while it is open
 * @param cancelled ended otherwise than by being done
 * @param order later ones of one flow have greater numbers
 */
public record PastActivity(
    String id,
    String instanceId,
    String definitionId,
    String process,
    String elementId,
    String name,
    String type,
    String executionId,
    String scopeId,
    String group,
    String assignee,
    Instant from,
    Instant to,
    boolean cancelled,
    long order) {

  private static final String BODY = "#multiInstanceBody";

  /** What is around several of one element at once. */
  public boolean isMultiInstanceBody() {
    return elementId.endsWith(BODY);
  }

  /** The element's id in the model. */
  public String element() {
    return isMultiInstanceBody()
        ? elementId.substring(0, elementId.length() - BODY.length())
        : elementId;
  }
}
