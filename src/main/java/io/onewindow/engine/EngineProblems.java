package io.onewindow.engine;

import io.onewindow.problem.Problem;
import io.onewindow.problem.ProblemTranslator;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.stereotype.Component;

/** Says to the callers of our own API what an engine failure means. */
@Component
class EngineProblems implements ProblemTranslator {

  private final ErrorWording wording;

  EngineProblems(HistoryService history) {
    this.wording = new ErrorWording(history);
  }

  @Override
  public Optional<Problem> translate(Exception failure) {
    return failure instanceof ProcessEngineException engineFailure
        ? Optional.of(wording.of(engineFailure, 500, "")).filter(p -> p.status() < 500)
        : Optional.empty();
  }
}
