package io.onewindow.supervision.figures;

import java.time.OffsetDateTime;
import java.util.List;

/** What figures can be asked for by this caller. */
record FiltersView(
    OffsetDateTime asOf,
    int behind,
    List<Service> services,
    List<Named> jurisdictions,
    List<Named> departments) {

  /**
   * A model.
   *
   * @param sharedPart whether services call it as a part of theirs
   */
  record Service(String key, String name, List<Integer> versions, boolean sharedPart) {}

  /** An id and its Chinese name. */
  record Named(String id, String name) {}
}
