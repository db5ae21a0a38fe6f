package io.onewindow.gates;

import java.util.regex.Pattern;

/** A date that the clock of the promises works out, and nobody else. */
final class PromiseClockDate {

  private static final Pattern ANSWER =
      Pattern.compile("\\$\\{\\s*promiseClock\\.\\w+\\([^{}]*\\)\\s*}");

  private PromiseClockDate() {}

  static boolean asksFor(String expression) {
    return expression != null && ANSWER.matcher(expression.strip()).matches();
  }
}
