package io.onewindow.promise;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;

/**
 * A limit set by law.
 *
 * @param extensionValue how much longer it may become, null if it may not
 * @param extensionUnit unit of that, null if it may not
 * @param extensionBy who must approve that, null if it may not
 */
public record Statute(
    String statuteId,
    String law,
    String article,
    int value,
    LimitUnit unit,
    Integer extensionValue,
    LimitUnit extensionUnit,
    String extensionBy,
    String quote) {

  public Term term() {
    return new Term(value, unit);
  }

  /** Law, article and quotation in one line. */
  public String citation() {
    return "《" + law + "》" + article + "：“" + quote + "”";
  }
}
