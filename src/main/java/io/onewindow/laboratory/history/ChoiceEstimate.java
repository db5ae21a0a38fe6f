package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.laboratory.history.Past.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often what was decided or applied for, and so which branches cases take: each value's share
 * with its interval by Wilson, and the rate of applications that come back.
 */
final class ChoiceEstimate {

  /** What has more values than that is text and no choice. */
  private static final int MOST_VALUES = 12;

  private final HistorySettings settings;
  private final Names names;
  private final Draft draft;
  private final Map<String, List<String>> first = new HashMap<>();
  private final Map<String, List<String>> later = new HashMap<>();

  ChoiceEstimate(Past past, HistorySettings settings, Names names, Draft draft) {
    this.settings = settings;
    this.names = names;
    this.draft = draft;
    Set<List<String>> seen = new HashSet<>();
    for (Value one : past.values()) {
      String key = key(one.element(), one.variable());
      boolean isFirst = seen.add(List.of(one.receiptNo(), one.element(), one.variable()));
      (isFirst ? first : later).computeIfAbsent(key, any -> new ArrayList<>()).add(one.text());
    }
  }

  private static String key(String element, String variable) {
    return element + "#" + variable;
  }

  void estimate() {
    JsonNode returns = draft.assumed().at("/approval/returns");
    draft
        .assumed()
        .at("/approval/outcomes")
        .properties()
        .forEach(
            element ->
                element
                    .getValue()
                    .properties()
                    .forEach(
                        one -> choice(element.getKey(), one.getKey(), one.getValue(), returns)));
    returned(returns);
  }

  private void choice(String element, String variable, JsonNode assumed, JsonNode returns) {
    if (!assumed.isObject()) {
      return;
    }
    boolean isReturn =
        returns.path("task").asText().equals(element)
            && returns.path("variable").asText().equals(variable);
    String without = isReturn ? returns.path("value").asText() : null;
    // what the application says is recorded with the case, not with its start event
    String key = key(element.startsWith("startEvent") ? "" : element, variable);
    String place = "approval.outcomes." + element + "." + variable;
    if (!assumed.has("first")) {
      List<String> all = new ArrayList<>(first.getOrDefault(key, List.of()));
      all.addAll(later.getOrDefault(key, List.of()));
      ObjectNode shares = shares(all, without, place, name(element, variable));
      if (shares != null) {
        into(element).set(variable, shares);
      }
      return;
    }
    ObjectNode both = assumed.deepCopy();
    ObjectNode begin =
        shares(
            first.getOrDefault(key, List.of()), without, place, name(element, variable) + "（首次）");
    ObjectNode then =
        shares(
            later.getOrDefault(key, List.of()), without, place, name(element, variable) + "（再次）");
    if (begin != null) {
      both.set("first", begin);
    }
    if (then != null) {
      both.set("later", then);
    }
    if (begin != null || then != null) {
      into(element).set(variable, both);
    }
  }

  private String name(String element, String variable) {
    return "“" + names.element(element) + "”的结果 " + variable;
  }

  /** An element's other variables stay with it: they are not filled in one by one. */
  private ObjectNode into(String element) {
    ObjectNode outcomes = draft.section("outcomes");
    if (!outcomes.has(element)) {
      outcomes.set(element, draft.assumed().at("/approval/outcomes").get(element).deepCopy());
    }
    return (ObjectNode) outcomes.get(element);
  }

  /** Null when too little is known. */
  private ObjectNode shares(List<String> values, String without, String place, String name) {
    Map<String, Integer> counts = new TreeMap<>();
    values.stream()
        .filter(one -> !one.equals(without))
        .forEach(one -> counts.merge(one, 1, Integer::sum));
    int n = counts.values().stream().mapToInt(Integer::intValue).sum();
    if (n < settings.fewestObservations() || counts.size() > MOST_VALUES) {
      String why =
          n < settings.fewestObservations()
              ? "只有 " + n + " 次，少于 " + settings.fewestObservations() + " 次"
              : "有 " + counts.size() + " 种取值，不是选择";
      draft.add(Figure.assumed(place, name, n, why));
      return null;
    }
    ObjectNode shares = JsonNodeFactory.instance.objectNode();
    List<String> told = new ArrayList<>();
    counts.forEach(
        (value, count) -> {
          shares.put(value, (double) count / n);
          told.add(
              (value.isEmpty() ? "（空）" : value) + " " + Wording.shares(Interval.share(count, n)));
        });
    draft.add(Figure.known(place, name, n, String.join("；", told)));
    return shares;
  }

  /** Applications that are still being checked have not come back, but neither were they passed. */
  private void returned(JsonNode returns) {
    if (returns.isMissingNode()) {
      return;
    }
    String key = key(returns.path("task").asText(), returns.path("variable").asText());
    String value = returns.path("value").asText();
    rate("rate", "退回补正率（首次）", first.getOrDefault(key, List.of()), value);
    rate("again", "补正后再次退回的比例", later.getOrDefault(key, List.of()), value);
  }

  private void rate(String field, String name, List<String> decided, String value) {
    String place = "approval.returns." + field;
    if (decided.size() < settings.fewestObservations()) {
      draft.add(
          Figure.assumed(
              place,
              name,
              decided.size(),
              "只有 " + decided.size() + " 次，少于 " + settings.fewestObservations() + " 次"));
      return;
    }
    int hits = (int) decided.stream().filter(value::equals).count();
    // a rate of one leaves no other way; what always happened so far may still go otherwise
    Interval known = Interval.share(hits, decided.size());
    draft.section("returns").put(field, Math.min(known.value(), 0.99));
    draft.add(Figure.known(place, name, decided.size(), Wording.shares(known)));
  }
}
