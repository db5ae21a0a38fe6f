package io.onewindow.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** The start form of one case: the usual one, with what differs in this one. */
final class StartForm {

  private StartForm() {}

  static Map<String, Object> of(Script script, String jurisdiction, Draw draw, long number) {
    Map<String, Object> form = new LinkedHashMap<>(script.form());
    double share = draw.share(number, "variation");
    for (Script.Variation one : script.variations()) {
      boolean here = one.jurisdictions() == null || one.jurisdictions().contains(jurisdiction);
      if (here && share >= 0 && share < one.share()) {
        form.putAll(one.form());
      }
      share -= one.share();
    }
    form.putAll(script.places().getOrDefault(jurisdiction, Map.of()));
    return form;
  }
}
