package io.onewindow.demo;

import io.onewindow.demo.Script.Choice;
import io.onewindow.demo.Script.Turn;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is written in a task's form: one of the choices that are possible as the case stands. */
final class TaskForm {

  private TaskForm() {}

  /**
   * @param shown what the form shows of the case; asked only where a choice depends on it
   */
  static Map<String, Object> of(Part part, Draw draw, Supplier<Map<String, Object>> shown) {
    List<Choice> choices = part.step().choices();
    boolean depends = choices.stream().anyMatch(choice -> choice.when() != null);
    Map<String, Object> seen = depends ? shown.get() : Map.of();
    double share = draw.share(part.number(), part.work().task(), part.turn(), "choice");
    for (Choice choice : choices) {
      if (!isPossible(choice, part, seen)) {
        continue;
      }
      if (choice.share() == null || share < choice.share()) {
        return choice.form();
      }
      share -= choice.share();
    }
    return Map.of();
  }

  /** The first possible choice that is not left to chance. */
  static Map<String, Object> usual(
      Script.Step step, String jurisdiction, Supplier<Map<String, Object>> shown) {
    List<Choice> choices = step.choices();
    boolean depends = choices.stream().anyMatch(choice -> choice.when() != null);
    Map<String, Object> seen = depends ? shown.get() : Map.of();
    return choices.stream()
        .filter(choice -> choice.share() == null && choice.turn() == null)
        .filter(choice -> isPossible(choice, jurisdiction, seen))
        .findFirst()
        .map(Choice::form)
        .orElse(Map.of());
  }

  private static boolean isPossible(Choice choice, Part part, Map<String, Object> seen) {
    boolean inTurn =
        choice.turn() == null || choice.turn() == (part.turn() == 1 ? Turn.FIRST : Turn.AGAIN);
    return inTurn && isPossible(choice, part.work().jurisdiction(), seen);
  }

  private static boolean isPossible(Choice choice, String jurisdiction, Map<String, Object> seen) {
    boolean here = choice.jurisdictions() == null || choice.jurisdictions().contains(jurisdiction);
    boolean asTheCaseStands =
        choice.when() == null
            || choice.when().entrySet().stream()
                .anyMatch(one -> one.getValue().equals(seen.get(one.getKey())));
    return here && asTheCaseStands;
  }
}
