package io.onewindow.supervision.conformance;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How far cases kept to their models.
 *
 * @param cases selected
 * @param judged of which the whole way could be replayed
 * @param notJudged moved to another version of their model on the way, or without a history left
 * @param conforming judged and without any deviation
 * @param rate of the judged that conform, to four decimals; null where none was judged
 * @param items cases with deviations on this page, in the order they were received
 */
record ConformanceView(
    OffsetDateTime asOf,
    long cases,
    long judged,
    long notJudged,
    long conforming,
    long deviating,
    BigDecimal rate,
    List<KindView> kinds,
    List<PlaceView> places,
    int page,
    int size,
    List<CaseView> items,
    String method) {

  /** One kind of deviation. */
  record KindView(String kind, String kindName, String meaning, long cases, long times) {}

  /** One place of one model where cases left it, the most frequent first. */
  record PlaceView(
      String process,
      String processName,
      String element,
      String name,
      String kind,
      String kindName,
      long cases,
      long times) {}

  /** A case that left its model. */
  record CaseView(
      String receiptNo,
      String service,
      String serviceName,
      String jurisdiction,
      List<DeviationView> deviations) {}

  /** Where, when and how. */
  record DeviationView(
      String kind,
      String kindName,
      String process,
      String element,
      String name,
      OffsetDateTime at,
      List<String> missing) {}
}
