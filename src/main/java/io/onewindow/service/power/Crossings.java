package io.onewindow.service.power;

import io.onewindow.service.FormValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * What an outer line goes through: mostly one thing, named by {@code crossing}; a line may go along
 * a road and through a lawn, and then the others are ticked beside it.
 */
final class Crossings {

  private static final String FIRST = "crossing";
  private static final String NONE = "none";

  /** The boxes beside the first, the one that asks the most in front. */
  private static final Map<String, String> OTHERS = new LinkedHashMap<>();

  private static final Map<String, String> MUNICIPAL =
      Map.of(
          "other-road", "road-excavation",
          "arterial", "road-excavation",
          "greenery", "greenery-change",
          "ancient-tree", "greenery-change");

  static {
    OTHERS.put("alsoAncientTree", "ancient-tree");
    OTHERS.put("alsoHighway", "highway");
    OTHERS.put("alsoArterial", "arterial");
    OTHERS.put("alsoOtherRoad", "other-road");
    OTHERS.put("alsoGreenery", "greenery");
  }

  private final List<String> crossed;

  private Crossings(List<String> crossed) {
    this.crossed = crossed;
  }

  static Crossings of(VariableScope line) {
    String first = new FormValues(line).text(FIRST);
    return new Crossings(
        OTHERS.entrySet().stream()
            .filter(
                other ->
                    first.equals(other.getValue()) || isTicked(line.getVariable(other.getKey())))
            .map(Map.Entry::getValue)
            .toList());
  }

  private static boolean isTicked(Object box) {
    return Boolean.TRUE.equals(box) || "true".equals(box);
  }

  /** A line that touches nothing cannot touch something else besides. */
  static void check(FormValues form, String rule) {
    List<String> ticked = OTHERS.keySet().stream().filter(box -> form.is(box, "true")).toList();
    if (form.is(FIRST, NONE) && !ticked.isEmpty()) {
      form.refuse(FIRST, "涉及的道路、绿地", "已勾选同时涉及的内容，不能选“不涉及”：" + rule);
    }
  }

  /** The one that decides the route, the strictest of them. */
  String strictest() {
    return crossed.isEmpty() ? NONE : crossed.get(0);
  }

  /** The matters of {@code municipal-facility-permit}, separated by commas; empty for none. */
  String municipalMatters() {
    return Stream.of("road-excavation", "greenery-change")
        .filter(matter -> crossed.stream().anyMatch(one -> matter.equals(MUNICIPAL.get(one))))
        .collect(Collectors.joining(","));
  }

  /** Whether an authority outside that permit decides too, or alone. */
  boolean needOtherProcedure() {
    return municipalMatters().isEmpty() || crossed.contains("highway");
  }
}
