package io.onewindow.promise;

import io.onewindow.calendar.CalendarFileException;
import io.onewindow.problem.Problem;
import io.onewindow.problem.ProblemTranslator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells which line and column of a calendar file is refused. */
@Component
class CalendarFileProblems implements ProblemTranslator {

  @Override
  public Optional<Problem> translate(Exception failure) {
    return failure instanceof CalendarFileException refused
        ? Optional.of(
            Problem.badFields(
                List.of(
                    new Problem.Field("csv:" + refused.line(), refused.place(), refused.reason()))))
        : Optional.empty();
  }
}
