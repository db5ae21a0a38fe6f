package io.onewindow.supervision.figures;

import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The open cases of every jurisdiction by light, for machines: counts alone. */
@Component
public class OpenLights {

  /**
   * What is counted apart.
   *
   * @param light e.g. {@code red}; {@code provisional} counts besides the others
   */
  public record Key(String jurisdiction, String light) {}

  private final OpenCaseStore store;
  private final Departments departments;
  private final Clock time;

  OpenLights(OpenCaseStore store, Departments departments, Clock time) {
    this.store = store;
    this.departments = departments;
    this.time = time;
  }

  /** Everything there is to count. */
  public List<Key> keys() {
    return departments.jurisdictions().stream()
        .flatMap(place -> Arrays.stream(CaseLight.values()).map(light -> key(place, light)))
        .toList();
  }

  /** How it stands now. */
  public Map<Key, Integer> now() {
    Instant now = time.instant();
    Map<Key, Integer> open = new HashMap<>();
    for (Jurisdiction place : departments.jurisdictions()) {
      Selection here = new Selection(List.of(place.id()), null, null, null, null);
      Standing standing = new Standing(store.all(here, now, OpenCases.tomorrow(now)));
      for (CaseLight light : CaseLight.values()) {
        open.put(key(place, light), standing.of(light));
      }
    }
    return open;
  }

  private static Key key(Jurisdiction place, CaseLight light) {
    return new Key(place.id(), light.name().toLowerCase(Locale.ROOT));
  }
}
