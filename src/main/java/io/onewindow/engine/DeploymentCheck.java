package io.onewindow.engine;

/** Looks at what is being deployed and refuses what must not run. */
public interface DeploymentCheck {

  /**
   * @param name file name of the resource, e.g. {@code promised-limit.dmn}
   * @param content the resource as it will be stored
   * @throws io.onewindow.problem.Problem when it must not be deployed; then nothing of the
   *     deployment is kept
   */
  void check(String name, byte[] content);
}
