package io.onewindow.supervision.fact;

import static java.util.stream.Collectors.groupingBy;

import io.onewindow.promise.ClockRecords.RecordedClock;
import io.onewindow.supervision.fact.RawCase.Activity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which clock was whose: an element has its clock under the execution that was at work on it. Where
 * the same execution came back to the element, they follow in the same order.
 */
final class StepClocks {

  private record Place(String instanceId, String activityId, String executionId) {}

  private final Map<String, RecordedClock> byActivity = new HashMap<>();

  /**
   * @param clocks of one case, in the order they were recorded
   */
  StepClocks(Collection<Activity> activities, List<RecordedClock> clocks) {
    Map<Place, List<Activity>> places =
        activities.stream()
            .sorted(Joins.BEGINNING)
            .collect(
                groupingBy(
                    one -> new Place(one.instanceId(), one.activityId(), one.executionId())));
    Map<Place, Integer> next = new HashMap<>();
    for (RecordedClock clock : clocks) {
      if (!clock.clock().isWholeCase()) {
        give(clock, places, next);
      }
    }
  }

  private void give(
      RecordedClock clock, Map<Place, List<Activity>> places, Map<Place, Integer> next) {
    Place place =
        new Place(
            clock.clock().calledInstanceId(),
            clock.clock().activityId(),
            clock.clock().executionId());
    List<Activity> here = places.getOrDefault(place, List.of());
    for (int at = next.getOrDefault(place, 0); at < here.size(); at++) {
      Activity one = here.get(at);
      if (one.endedAt() == null || !one.endedAt().isBefore(clock.recordedAt())) {
        byActivity.put(one.id(), clock);
        next.put(place, at + 1);
        return;
      }
    }
  }

  /** Null where the element has no limit of its own. */
  RecordedClock of(Activity activity) {
    return byActivity.get(activity.id());
  }
}
