package io.onewindow.simulation.model;

import java.util.Optional;

/** Where models, decisions and forms come from. */
public interface ModelSource {

  /** The BPMN text of the process with this id. */
  Optional<byte[]> process(String id);

  /** The DMN text of the decision with this id. */
  Optional<byte[]> decision(String id);

  /** The form with this id. */
  Optional<byte[]> form(String id);
}
