package io.onewindow.laboratory.history;

import io.onewindow.department.Departments;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;

/** What elements and departments are called in one jurisdiction. */
record Names(Program program, Departments departments, String jurisdiction) {

  /** What the laboratory calls an element: several processes of one program may use its id. */
  String inProgram(String process, String element) {
    String full = process + "/" + element;
    return program.node(full) == null ? element : full;
  }

  String element(String id) {
    Node node = program.node(id);
    return node == null ? id : node.name();
  }

  String group(String id) {
    return departments.name(jurisdiction, id);
  }
}
