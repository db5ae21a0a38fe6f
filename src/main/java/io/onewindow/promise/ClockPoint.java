package io.onewindow.promise;

import java.util.Optional;

/** An instant of a clock at which a timer fires. */
enum ClockPoint {
  REMINDER("promiseClock.reminder"),
  AMBER("promiseClock.warning"),
  DUE("promiseClock.due");

  private final String question;

  ClockPoint(String question) {
    this.question = question;
  }

  /**
   * @param expression with which the model asks for the timer's date
   * @return empty for a timer that does not go by the clock
   */
  static Optional<ClockPoint> askedBy(String expression) {
    for (ClockPoint point : values()) {
      if (expression != null && expression.contains(point.question)) {
        return Optional.of(point);
      }
    }
    return Optional.empty();
  }
}
