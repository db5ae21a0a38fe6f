package io.onewindow.laboratory.history;

import io.onewindow.department.Departments;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;

/** What elements and departments are called in one jurisdiction. */
record Names(Program program, Departments departments, String jurisdiction) {

  /** Whether today's model has the element. */
  boolean knows(String element) {
    return program.node(element) != null;
  }

  String element(String id) {
    Node node = program.node(id);
    return node == null ? id : node.name();
  }

  String group(String id) {
    return departments.name(jurisdiction, id);
  }
}
