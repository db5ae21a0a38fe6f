package io.onewindow.gates;

import java.util.stream.Stream;

/** Our own times are marked as ours, so that nobody takes them for a promise. */
final class InternalLimitRules {

  private InternalLimitRules() {}

  static Stream<String> violations(DmnFile file, Surroundings known) {
    return file.rows().stream()
        .flatMap(
            row ->
                Violations.of(
                    Violations.unless(
                        row.description().startsWith("系统默认"),
                        row.id() + ": the description does not begin with 系统默认"),
                    Violations.unless(
                        known.isAsked(row),
                        row.id() + ": no model has the step " + row.literal("step"))));
  }
}
