package io.onewindow.promise;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;

/**
 * A limit set by law.
 *
 * @param handling whether one authority decides or several jointly
 * @param extensionValue how much longer it may become, null if it may not
 * @param extensionUnit unit of that, always working days; null if it may not
 * @param extensionBy who must approve that in the law's words, null if it may not
 */
public record Statute(
    String statuteId,
    String law,
    String article,
    Handling handling,
    int value,
    LimitUnit unit,
    Integer extensionValue,
    LimitUnit extensionUnit,
    String extensionBy,
    String quote) {

  /**
   * @throws IllegalArgumentException for an extension that is longer than {@link Handling} allows,
   *     not in working days, or without the person who must approve it
   */
  public Statute {
    boolean sound =
        extensionValue == null
            || (extensionUnit == LimitUnit.WORKING_DAY
                && extensionBy != null
                && extensionValue >= 1
                && extensionValue <= handling.longestExtension());
    if (!sound) {
      throw new IllegalArgumentException(
          "%s: no extension of %s %s by %s for %s"
              .formatted(statuteId, extensionValue, extensionUnit, extensionBy, handling));
    }
  }

  public Term term() {
    return new Term(value, unit);
  }

  /** Law, article and quotation in one line. */
  public String citation() {
    return "《" + law + "》" + article + "：“" + quote + "”";
  }
}
