package io.onewindow.supervision.figures;

import io.onewindow.promise.Basis;

/**
 * A limit with the words it comes from.
 *
 * @param jurisdiction for which it holds
 * @param category for which cases; null for all
 * @param text as plans word it, e.g. 3个工作日
 * @param minutes office time of it in that hall; null where it is not counted in office time
 * @param citation document, clause and quotation in one line; null for a time of our own
 * @param inheritedFrom name of the city whose promise it is; null when the jurisdiction's own
 * @param statutory the law's limit beside it, in Chinese; null for none
 */
record LimitLine(
    String jurisdiction,
    String jurisdictionName,
    String step,
    String category,
    String basis,
    String basisName,
    String promiseId,
    Integer value,
    String unit,
    String text,
    Long minutes,
    String citation,
    String document,
    String clause,
    String quote,
    String inheritedFrom,
    String statutory) {

  boolean isPromised() {
    return Basis.PROMISED.name().equals(basis);
  }

  /** The case's limit as that of a step which runs under it. */
  LimitLine takenOver() {
    return new LimitLine(
        jurisdiction,
        jurisdictionName,
        step,
        category,
        Basis.CASE.name(),
        Basis.CASE.label(),
        promiseId,
        value,
        unit,
        text,
        minutes,
        citation,
        document,
        clause,
        quote,
        inheritedFrom,
        statutory);
  }
}
