package io.onewindow.gates;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every promise is kept by a model, or stands openly in the list of those that are not yet. */
final class LedgerRules {

  private static final String PLANNED = "planned";

  /** A quotation is a line, not a chapter. */
  private static final int LONGEST_QUOTE = 80;

  private LedgerRules() {}

  static List<String> violations(List<Map<String, String>> ledger, Surroundings known) {
    Set<String> kept =
        known.promised().stream()
            .map(row -> String.valueOf(row.literal("promiseId")))
            .collect(toSet());
    Stream<String> twice =
        ledger.stream()
            .collect(groupingBy(row -> row.get("promiseId"), counting()))
            .entrySet()
            .stream()
            .filter(id -> id.getValue() > 1)
            .map(id -> id.getKey() + ": listed " + id.getValue() + " times");
    return Stream.concat(twice, ledger.stream().flatMap(row -> row(row, kept, known))).toList();
  }

  private static Stream<String> row(Map<String, String> row, Set<String> kept, Surroundings known) {
    String id = row.get("promiseId");
    String model = row.get("model");
    boolean planned = model.equals(PLANNED);
    int length = Quotation.bare(row.get("quote")).length();
    return Violations.of(
        Violations.unless(planned || known.hasProcess(model), id + ": there is no model " + model),
        Violations.unless(
            planned || kept.contains(id), id + ": no rule of promised-limit keeps it"),
        Violations.unless(
            !planned || !kept.contains(id), id + ": still called planned, but a rule keeps it"),
        Violations.unless(
            length > 0 && length <= LONGEST_QUOTE, id + ": quotes " + length + " characters"));
  }

  /** The promises that no model keeps yet. */
  static List<String> planned(List<Map<String, String>> ledger) {
    return ledger.stream()
        .filter(row -> row.get("model").equals(PLANNED))
        .map(row -> row.get("promiseId") + " " + row.get("service") + " " + row.get("quote"))
        .toList();
  }
}
