package io.onewindow.supervision.conformance;

import io.onewindow.supervision.conformance.Deviation.Kind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up deviations: as many places as models have elements, however many the cases. */
final class Tally {

  /** Where and how. */
  record Place(Kind kind, String process, String element, String name) {}

  /** How many cases did, and how often together. */
  record Count(long cases, long times) {

    private Count and(Count other) {
      return new Count(cases + other.cases, times + other.times);
    }
  }

  private static final Count NONE = new Count(0, 0);

  private final Map<Kind, Count> kinds = new EnumMap<>(Kind.class);
  private final Map<Place, Count> places = new HashMap<>();

  /** One case's deviations. */
  void add(List<Deviation> ofOneCase) {
    Set<Object> seen = new HashSet<>();
    for (Deviation one : ofOneCase) {
      Place place = new Place(one.kind(), one.process(), one.element(), one.name());
      places.merge(place, once(seen.add(place)), Count::and);
      kinds.merge(one.kind(), once(seen.add(one.kind())), Count::and);
    }
  }

  private static Count once(boolean first) {
    return new Count(first ? 1 : 0, 1);
  }

  Count of(Kind kind) {
    return kinds.getOrDefault(kind, NONE);
  }

  /** The most frequent first. */
  List<Map.Entry<Place, Count>> places() {
    return places.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Place, Count> one) -> -one.getValue().times())
                .thenComparing(one -> one.getKey().toString()))
        .toList();
  }
}
