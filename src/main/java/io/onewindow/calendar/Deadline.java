package io.onewindow.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * When a limit ends, and how that was counted.
 *
 * @param due the last instant in time
 * @param effectiveFrom the instant counting starts from: the receipt, or the next opening after it;
 *     the event itself where a limit is counted back from an event, then it is after {@code due}
 * @param provisional whether a year is touched whose calendar is not published yet
 * @param explanation every day from the receipt to the last in order, in Chinese; worked out when
 *     first read, unmodifiable
 * @param sources notices and articles of law the count rests on, in Chinese; worked out when first
 *     read, unmodifiable
 */
public record Deadline(
    Instant due,
    Instant effectiveFrom,
    boolean provisional,
    List<CountedDay> explanation,
    List<String> sources) {

  public Deadline {
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(effectiveFrom, "effectiveFrom");
    Objects.requireNonNull(explanation, "explanation");
    Objects.requireNonNull(sources, "sources");
  }
}
