package io.onewindow.promise;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;

/**
 * One published promise of time.
 *
 * @param promiseId e.g. {@code NY21-003}
 * @param jurisdiction who promised
 * @param document number of the plan, e.g. 宁政发〔2021〕8号
 * @param clause where in the plan
 * @param service service slug
 * @param step what the time is for; {@code case} is the whole case
 * @param category for which cases, empty when for all
 * @param value number of units
 * @param unit the unit as promised, never converted
 * @param calendar remark on how the plan counts, in Chinese; begins with 自然小时 where it means hours
 *     of day and night
 * @param quote the words themselves
 * @param model process that keeps it, or {@code planned}
 */
public record Promise(
    String promiseId,
    String jurisdiction,
    String document,
    String clause,
    String service,
    String step,
    String category,
    int value,
    LimitUnit unit,
    String calendar,
    String quote,
    String model) {

  public Term term() {
    return new Term(value, unit);
  }

  /**
   * Whether the plan means hours of day and night. No unit counts them: in office hours the promise
   * would be kept later than it was made.
   */
  boolean isInNaturalHours() {
    return calendar.startsWith("自然小时");
  }

  /** Document, clause and quotation in one line. */
  public String citation() {
    return document + " " + clause + "：“" + quote + "”";
  }
}
