package io.onewindow.simulation.kernel;

import java.util.HashMap;
import java.util.Map;

/** Variables of a scope; what it does not know it asks its surroundings for, as the engine does. */
final class Variables {

  private final Variables around;
  private Map<String, Object> own = Map.of();

  Variables(Variables around) {
    this.around = around;
  }

  boolean knows(String name) {
    return own.containsKey(name) || around != null && around.knows(name);
  }

  Object get(String name) {
    Object value = own.get(name);
    return value != null || around == null || own.containsKey(name) ? value : around.get(name);
  }

  /** Where the variable is known, otherwise in the outermost scope. */
  void set(String name, Object value) {
    if (around == null || own.containsKey(name)) {
      setHere(name, value);
    } else {
      around.set(name, value);
    }
  }

  void setHere(String name, Object value) {
    if (own.isEmpty()) {
      own = new HashMap<>();
    }
    own.put(name, value);
  }

  /** Everything visible, inner values over outer ones. */
  Map<String, Object> all() {
    Map<String, Object> all = around == null ? new HashMap<>() : around.all();
    all.putAll(own);
    return all;
  }
}
