package io.onewindow.simulation.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A scenario with what it leaves open filled in from the service's shipped assumptions.
 *
 * @param tree the whole scenario
 * @param assumed paths of what was filled in, to be marked wherever results are shown
 */
public record Assumptions(ObjectNode tree, List<String> assumed) {

  /** Replaced as a whole: a roster is not mixed with an assumed one. */
  private static final Set<String> WHOLE =
      Set.of("staff", "pauses", "edits", "returns.applicantDelay");

  /**
   * @param given not changed
   * @param service whose assumptions are used; where none are shipped, nothing is filled in
   */
  public static Assumptions fill(ObjectNode given, String service) {
    ObjectNode tree = given.deepCopy();
    List<String> assumed = new ArrayList<>();
    ObjectNode shipped = shipped(service);
    if (shipped != null) {
      boolean staffed = given.has("resource_profiles");
      boolean theirs = given.has("task_resource_distribution");
      if (staffed || theirs) {
        ((ObjectNode) shipped.path("approval")).remove("staff");
      }
      merge(tree, shipped, "", assumed);
    }
    return new Assumptions(tree, assumed);
  }

  /** Whether a service has assumptions, so that a scenario may leave things open. */
  public static boolean areShippedFor(String service) {
    return shipped(service) != null;
  }

  private static ObjectNode shipped(String service) {
    String file = "/io/onewindow/simulation/assumptions/" + service + ".json";
    try (InputStream in = Assumptions.class.getResourceAsStream(file)) {
      return in == null ? null : (ObjectNode) new ObjectMapper().readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void merge(ObjectNode into, ObjectNode from, String path, List<String> assumed) {
    from.fieldNames()
        .forEachRemaining(
            key -> {
              String place = path.isEmpty() ? key : path + "." + key;
              JsonNode own = into.get(key);
              JsonNode other = from.get(key);
              if (own == null) {
                into.set(key, other.deepCopy());
                note(place, other, assumed);
              } else if (own instanceof ObjectNode mine
                  && other instanceof ObjectNode theirs
                  && isOpen(place, mine)) {
                merge(mine, theirs, place, assumed);
              }
            });
  }

  /** Sections are filled up; a single value, such as a distribution, is not. */
  private static boolean isOpen(String place, ObjectNode own) {
    int depth = place.split("\\.").length;
    return (depth == 1 && place.equals("approval")
            || depth == 2 && !WHOLE.contains(place.substring(place.indexOf('.') + 1)))
        && !own.has("distribution");
  }

  private static void note(String place, JsonNode value, List<String> assumed) {
    boolean section = place.matches("approval|approval\\.(durations|outcomes|effects|staff)");
    if (section && value.isObject()) {
      value.fieldNames().forEachRemaining(key -> note(place + "." + key, value.get(key), assumed));
    } else if (!place.startsWith("approval.effects") && !place.equals("approval.note")) {
      assumed.add(place);
    }
  }
}
