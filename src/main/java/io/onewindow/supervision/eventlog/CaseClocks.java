package io.onewindow.supervision.eventlog;

import io.onewindow.promise.StepClock;
import io.onewindow.supervision.history.PastActivity;
import io.onewindow.supervision.history.PastCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which clock belonged to what in one case. */
final class CaseClocks {

  private final PastCase one;
  private final Map<String, StepClock> byId = new HashMap<>();
  private final Map<String, List<StepClock>> byElement = new HashMap<>();

  CaseClocks(PastCase one) {
    this.one = one;
    for (StepClock clock : one.clocks()) {
      byId.put(clock.id(), clock);
      byElement
          .computeIfAbsent(
              place(clock.calledInstanceId(), clock.activityId()), none -> new ArrayList<>())
          .add(clock);
    }
  }

  /** Null for null or unknown. */
  StepClock by(String clockId) {
    return clockId == null ? null : byId.get(clockId);
  }

  /**
   * The clock that ran for this element at that time: of the same execution where one is known,
   * otherwise the last that had begun before the element's work ended. Null where there is none.
   */
  StepClock of(PastActivity activity) {
    List<StepClock> candidates =
        byElement.getOrDefault(place(activity.instanceId(), activity.element()), List.of()).stream()
            .filter(clock -> activity.to() == null || !clock.startedAt().isAfter(activity.to()))
            .filter(
                clock -> clock.stoppedAt() == null || !clock.stoppedAt().isBefore(activity.from()))
            .toList();
    return candidates.stream()
        .filter(clock -> clock.executionId().equals(activity.executionId()))
        .reduce((first, second) -> second)
        .or(() -> candidates.stream().reduce((first, second) -> second))
        .orElse(null);
  }

  /** The clock of the whole case; null where it had none. */
  StepClock ofWholeCase() {
    return one.clocks().stream()
        .filter(StepClock::isWholeCase)
        .filter(clock -> clock.processInstanceId().equals(one.processInstanceId()))
        .max(Comparator.comparing(StepClock::startedAt))
        .orElse(null);
  }

  private static String place(String instanceId, String elementId) {
    return instanceId + " " + elementId;
  }
}
