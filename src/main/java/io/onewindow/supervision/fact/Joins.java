package io.onewindow.supervision.fact;

import static java.util.stream.Collectors.groupingBy;

import io.onewindow.supervision.fact.RawCase.Activity;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Which work let a join of branches pass, by ending last. */
final class Joins {

  private static final int LENGTH_OF_UUID = 36;

  /**
   * In the order elements came to work. Those of one millisecond are told apart by their ids, which
   * the engine makes from the time.
   */
  static final Comparator<Activity> BEGINNING =
      Comparator.comparing(Activity::startedAt).thenComparing(Joins::instantOfItsId);

  private record Passing(String instanceId, String activityId, Instant at) {}

  private Joins() {}

  /**
   * @param activities of one case
   * @param workBefore ids of the elements right before a join; empty for anything but a join
   * @return how many joins each let pass, by activity instance; none without any
   */
  static Map<String, Integer> lastAt(
      List<Activity> activities, Function<Activity, Set<String>> workBefore) {
    Map<Passing, List<Activity>> passings =
        activities.stream()
            .filter(one -> ElementKinds.isGateway(one.type()))
            .filter(one -> one.endedAt() != null && !one.cancelled())
            .collect(
                groupingBy(one -> new Passing(one.instanceId(), one.activityId(), one.endedAt())));
    Map<String, Integer> last = new HashMap<>();
    passings.values().stream()
        .filter(arrived -> arrived.size() > 1)
        .map(arrived -> arrived.stream().max(BEGINNING).orElseThrow())
        .flatMap(arrived -> before(arrived, workBefore.apply(arrived), activities).stream())
        .forEach(one -> last.merge(one.id(), 1, Integer::sum));
    return last;
  }

  private static Optional<Activity> before(
      Activity arrived, Set<String> workBefore, List<Activity> activities) {
    return activities.stream()
        .filter(one -> workBefore.contains(one.activityId()))
        .filter(one -> one.instanceId().equals(arrived.instanceId()))
        .filter(one -> one.endedAt() != null && !one.endedAt().isAfter(arrived.startedAt()))
        .max(Comparator.comparing(Activity::endedAt).thenComparing(BEGINNING));
  }

  private static long instantOfItsId(Activity activity) {
    String id = activity.id();
    if (id.length() < LENGTH_OF_UUID) {
      return 0;
    }
    try {
      return UUID.fromString(id.substring(id.length() - LENGTH_OF_UUID)).timestamp();
    } catch (IllegalArgumentException | UnsupportedOperationException otherGenerator) {
      return 0;
    }
  }
}
