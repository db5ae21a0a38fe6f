package io.onewindow.desk.action;

import java.util.List;

/**
 * An act as its caller asks for it.
 *
 * @param action name of an {@link Act}
 * @param reason why; for an inquiry, what is asked
 * @param person user id of the person who is to get the task, or whose signature is asked for
 * @param persons user ids of the next signers, in their order
 * @param groups functions that are asked
 * @param step element to return to
 * @param inquiry id of the inquiry to withdraw
 */
public record ActOrder(
    String action,
    String reason,
    String person,
    List<String> persons,
    List<String> groups,
    String step,
    String inquiry) {

  public ActOrder {
    persons = persons == null ? List.of() : List.copyOf(persons);
    groups = groups == null ? List.of() : List.copyOf(groups);
  }

  /** An act that needs nothing but its reason. */
  static ActOrder of(Act act, String reason) {
    return new ActOrder(act.name(), reason, null, null, null, null, null);
  }
}
