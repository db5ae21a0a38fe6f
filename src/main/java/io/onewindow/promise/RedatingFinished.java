package io.onewindow.promise;

/**
 * A run has moved everything; published on the node that worked on it.
 *
 * @param byItself whether it had begun by itself
 */
record RedatingFinished(String runId, boolean byItself) {}
