package io.onewindow.gates;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** No number without the published words it comes from, and no row that no model asks for. */
final class PromisedLimitRules {

  private PromisedLimitRules() {}

  static Stream<String> violations(DmnFile file, Surroundings known) {
    return file.rows().stream()
        .flatMap(
            row ->
                Stream.of(statute(row, known), used(row, known), promise(row, known))
                    .flatMap(found -> found));
  }

  private static Stream<String> statute(DmnFile.Row row, Surroundings known) {
    String statute = row.literal("statuteId");
    return Violations.of(
        Violations.unless(
            statute == null || known.hasStatute(statute),
            row.id() + ": statutes.csv has no " + statute),
        Violations.unless(
            statute != null || row.literal("promiseId") != null,
            row.id() + ": neither a promise nor a law limits this step"));
  }

  private static Stream<String> used(DmnFile.Row row, Surroundings known) {
    return Violations.of(
        Violations.unless(
            known.isAsked(row),
            row.id()
                + ": no model of "
                + row.literal("service")
                + " has the step "
                + row.literal("step")));
  }

  private static Stream<String> promise(DmnFile.Row row, Surroundings known) {
    String id = row.literal("promiseId");
    if (id == null) {
      return Violations.of(
          Violations.unless(
              row.literal("value") == null && row.literal("unit") == null,
              row.id() + ": gives a number without a promise"));
    }
    return known.ledger().stream()
        .filter(promise -> promise.get("promiseId").equals(id))
        .findFirst()
        .map(promise -> Stream.concat(sameAs(promise, row), cites(promise, row)))
        .orElseGet(() -> Stream.of(row.id() + ": the ledger has no promise " + id));
  }

  private static Stream<String> sameAs(Map<String, String> promise, DmnFile.Row row) {
    return Stream.of("service", "step", "jurisdiction", "category", "value", "unit")
        .filter(column -> !agrees(promise.get(column), row.literal(column)))
        .map(
            column ->
                row.id()
                    + ": "
                    + column
                    + " is "
                    + row.cells().get(column)
                    + " here and "
                    + promise.get(column)
                    + " in the ledger");
  }

  private static boolean agrees(String ledger, String cell) {
    return Objects.equals(ledger.isEmpty() ? null : ledger, cell);
  }

  private static Stream<String> cites(Map<String, String> promise, DmnFile.Row row) {
    String words = Quotation.bare(row.description());
    return Violations.of(
        Violations.unless(
            words.contains(Quotation.bare(promise.get("document") + promise.get("clause"))),
            row.id() + ": the description does not name document and clause of its promise"),
        Violations.unless(
            Quotation.isIn(row.description(), promise.get("quote")),
            row.id() + ": the description does not quote its promise"));
  }
}
