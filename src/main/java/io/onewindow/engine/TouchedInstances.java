package io.onewindow.engine;

import java.util.Set;

/** Hears in which process instances something happened, inside the transaction in which it did. */
public interface TouchedInstances {

  /**
   * @param processInstanceIds never empty
   */
  void touched(Set<String> processInstanceIds);
}
