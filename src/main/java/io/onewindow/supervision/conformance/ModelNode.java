package io.onewindow.supervision.conformance;

import java.util.Set;

/**
 * A flow node of a model.
 *
 * @param before elements whose end leads here by one flow; for a boundary event none
 * @param split how many of its outgoing flows get a token when it ends
 * @param incoming how many flows lead here
 * @param work whether something is done here that a case can miss
 * @param free begins by itself: an event, an event subprocess, a compensation
 */
record ModelNode(
    String id,
    String name,
    Set<String> before,
    Split split,
    boolean join,
    int incoming,
    boolean work,
    boolean free) {

  /** What happens to the token of a node that has ended. */
  enum Split {
    /** One of the flows gets it. */
    ONE,
    /** Each flow gets one at most. */
    EACH
  }
}
