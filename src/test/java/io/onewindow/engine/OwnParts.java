package io.onewindow.engine;

import java.util.List;

/** What the product puts in the place of the engine's own parts, to measure without the rest. */
public final class OwnParts {

  private OwnParts() {}

  /** To be registered beside the starter. */
  public static List<Class<?>> all() {
    return List.of(LeanEngine.class, JobConnections.class, JobThreads.class);
  }
}
