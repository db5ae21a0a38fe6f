package io.onewindow.simulation.model;

import io.onewindow.simulation.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a node does beside moving the token on.
 *
 * @param groups candidate groups of a user task
 * @param waitsForApplicant whether the time of a user task is the applicant's
 * @param due due date of a user task; null for none
 * @param formKey form of a user task; null for none
 * @param delegate bean of a service task; null for none
 * @param expression of a service task; null for none
 * @param resultVariable where a service task or decision leaves its result; null for nowhere
 * @param decision key of a decision; null for none
 * @param resultForm how a decision's result is handed over
 */
public record Work(
    List<String> groups,
    boolean waitsForApplicant,
    Expression due,
    String formKey,
    String delegate,
    Expression expression,
    String resultVariable,
    String decision,
    ResultForm resultForm,
    List<Assignment> inputs,
    List<Assignment> outputs,
    List<Expression> atStart,
    List<Expression> atCompletion,
    List<Expression> atEnd,
    List<Reminder> reminders) {

  /** The engine's {@code mapDecisionResult}. */
  public enum ResultForm {
    SINGLE_ENTRY,
    SINGLE_RESULT,
    COLLECT_ENTRIES,
    RESULT_LIST
  }

  public static final Work NONE =
      new Work(
          List.of(), false, null, null, null, null, null, null, null, List.of(), List.of(),
          List.of(), List.of(), List.of(), List.of());

  List<Expression> expressions() {
    List<Expression> all = new ArrayList<>();
    if (due != null) {
      all.add(due);
    }
    if (expression != null) {
      all.add(expression);
    }
    // what hands over all variables has no expression of its own
    inputs.stream().map(Assignment::value).filter(Objects::nonNull).forEach(all::add);
    outputs.stream().map(Assignment::value).filter(Objects::nonNull).forEach(all::add);
    all.addAll(atStart);
    all.addAll(atCompletion);
    all.addAll(atEnd);
    reminders.forEach(
        one -> {
          all.add(one.timer().value());
          all.add(one.call());
        });
    return all;
  }
}
