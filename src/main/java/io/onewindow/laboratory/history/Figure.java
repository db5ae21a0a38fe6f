package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One figure of a baseline and where it comes from.
 *
 * @param place in the scenario
 * @param name in Chinese
 * @param isFromHistory false for an assumption
 * @param n observations, 0 for none
 * @param text the figure in Chinese, or why it stayed an assumption
 */
record Figure(String place, String name, boolean isFromHistory, int n, String text) {

  static Figure known(String place, String name, int n, String text) {
    return new Figure(place, name, true, n, text);
  }

  static Figure assumed(String place, String name, int n, String why) {
    return new Figure(place, name, false, n, why);
  }

  ObjectNode into(ObjectNode json) {
    return json.put("place", place)
        .put("name", name)
        .put("origin", isFromHistory ? "history" : "assumption")
        .put("n", n)
        .put("text", text);
  }
}
