package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario that is being estimated.
 *
 * @param assumed the whole scenario as it would be without any history; not changed
 * @param known the part that history tells
 * @param figures every figure with its origin
 */
record Draft(ObjectNode assumed, ObjectNode known, List<Figure> figures) {

  static Draft of(ObjectNode assumed, String jurisdiction) {
    ObjectNode known = JsonNodeFactory.instance.objectNode();
    known.putObject("approval").put("jurisdiction", jurisdiction);
    return new Draft(assumed, known, new ArrayList<>());
  }

  ObjectNode approval() {
    return (ObjectNode) known.get("approval");
  }

  /** A section of the part that history tells; made when missing. */
  ObjectNode section(String key) {
    return approval().withObject("/" + key);
  }

  void add(Figure figure) {
    figures.add(figure);
  }
}
