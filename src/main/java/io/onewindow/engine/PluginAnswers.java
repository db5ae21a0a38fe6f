package io.onewindow.engine;

import io.onewindow.problem.Problem;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;

/** Lets a refusal inside a plugin's resource reach {@link PlainErrorFilter} in its own words. */
public final class PluginAnswers {

  private PluginAnswers() {}

  /**
   * @throws WebApplicationException with the status of the {@link Problem} that {@code work} threw
   */
  public static <T> T of(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      Problem problem = Problem.in(failure);
      if (problem == null) {
        throw failure;
      }
      FailureInterceptor.remember(problem);
      throw new WebApplicationException(problem, problem.status());
    }
  }
}
