package io.onewindow.supervision.fact;

import io.onewindow.promise.Basis;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a case's limit would have been in a jurisdiction.
 *
 * @param under that jurisdiction
 * @param promised whether a plan promises it there; otherwise the law limits it
 * @param late whether the case ended after it; null while it is open, or when it ended within it
 *     without a decision
 * @param dueAt when it would have passed
 */
public record TrialFact(String under, boolean promised, Boolean late, Instant dueAt) {

  static TrialFact of(String under, Basis basis, Boolean late, Instant dueAt) {
    return new TrialFact(under, basis == Basis.PROMISED, late, dueAt);
  }

  static String written(List<TrialFact> trials) {
    return trials.stream()
        .map(
            one ->
                String.join(
                    "\t",
                    one.under,
                    String.valueOf(one.promised),
                    one.late == null ? "" : one.late.toString(),
                    String.valueOf(one.dueAt.toEpochMilli())))
        .collect(Collectors.joining("\n"));
  }

  static List<TrialFact> read(String text) {
    return text.lines().map(TrialFact::trial).toList();
  }

  private static TrialFact trial(String line) {
    String[] parts = line.split("\t", -1);
    return new TrialFact(
        parts[0],
        Boolean.parseBoolean(parts[1]),
        parts[2].isEmpty() ? null : Boolean.valueOf(parts[2]),
        Instant.ofEpochMilli(Long.parseLong(parts[3])));
  }
}
