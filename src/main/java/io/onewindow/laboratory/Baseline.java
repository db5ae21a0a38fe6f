package io.onewindow.laboratory;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where the present state of a service is known from. What it leaves open is filled in with the
 * shipped assumptions, which are marked wherever results are shown.
 */
public interface Baseline {

  /** Stable id, e.g. {@code assumptions}. */
  String id();

  /** Chinese name on the page. */
  String name();

  /** Whether it knows anything of that service there. */
  boolean knows(String service, String jurisdiction);

  /**
   * The part of a scenario that is known, jurisdiction included; the caller may change it.
   *
   * @param service for which {@link #knows} holds in that jurisdiction
   */
  ObjectNode scenario(String service, String jurisdiction);
}
