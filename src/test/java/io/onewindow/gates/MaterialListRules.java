package io.onewindow.gates;

import io.onewindow.casefile.material.Requirement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * No material is asked for without a law or a plan that says so, or a mark that it is our own; and
 * what one jurisdiction's plan says stands in that jurisdiction's row.
 */
final class MaterialListRules {

  private static final String OWN = "系统默认";

  private MaterialListRules() {}

  static Stream<String> violations(DmnFile file, Surroundings known) {
    List<Map<String, String>> sources = known.materialSources();
    Set<String> seen = new HashSet<>();
    Stream<String> rows =
        file.rows().stream()
            .flatMap(
                row ->
                    Stream.of(
                            shape(row, known),
                            basis(row, sources),
                            source(row, sources),
                            Violations.of(
                                Violations.unless(
                                    seen.add(matter(row)),
                                    row.id() + ": the same material twice for the same cases")))
                        .flatMap(found -> found));
    return Stream.concat(rows, unused(file, sources));
  }

  private static Stream<String> shape(DmnFile.Row row, Surroundings known) {
    String requirement = row.literal("requirement");
    boolean later = "COMMITMENT".equals(requirement) || "DEFERRABLE".equals(requirement);
    return Violations.of(
        Violations.unless(
            known.hasProcess(row.literal("service")),
            row.id() + ": there is no service " + row.literal("service")),
        Violations.unless(
            Arrays.stream(Requirement.values()).anyMatch(one -> one.name().equals(requirement)),
            row.id() + ": there is no requirement " + requirement),
        Violations.unless(
            row.literal("materialId") != null && Chinese.in(row.cells().get("name")),
            row.id() + ": a material needs an id and a Chinese name"),
        Violations.unless(
            later == (row.literal("value") != null) && later == (row.literal("unit") != null),
            row.id() + ": a term belongs to commitments and deferrals, and only to them"));
  }

  private static Stream<String> basis(DmnFile.Row row, List<Map<String, String>> sources) {
    String id = row.literal("basisId");
    return id == null ? Stream.empty() : cited(row, id, sources);
  }

  /** How a material may be shown: by law, by the row's own jurisdiction's plan, or our own. */
  private static Stream<String> source(DmnFile.Row row, List<Map<String, String>> sources) {
    String id = row.literal("sourceId");
    if (id == null) {
      return Violations.of(
          Violations.unless(
              row.description().startsWith(OWN) && row.literal("jurisdiction") == null,
              row.id() + ": our own rows are for all and their description begins with " + OWN));
    }
    String place =
        sources.stream()
            .filter(source -> source.get("sourceId").equals(id))
            .map(source -> source.get("jurisdiction").isEmpty() ? null : source.get("jurisdiction"))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return Stream.concat(
        cited(row, id, sources),
        Violations.of(
            Violations.unless(
                Objects.equals(place, row.literal("jurisdiction")),
                row.id() + ": " + id + " is not a source of " + row.literal("jurisdiction"))));
  }

  private static Stream<String> cited(
      DmnFile.Row row, String id, List<Map<String, String>> sources) {
    return sources.stream()
        .filter(source -> source.get("sourceId").equals(id))
        .findFirst()
        .map(
            source ->
                Violations.of(
                    Violations.unless(
                        Quotation.bare(row.description().replaceAll("[《》]", ""))
                            .contains(
                                Quotation.bare(source.get("document") + source.get("clause"))),
                        row.id() + ": the description does not name document and clause of " + id),
                    Violations.unless(
                        Quotation.isIn(row.description(), source.get("quote")),
                        row.id() + ": the description does not quote " + id)))
        .orElseGet(() -> Stream.of(row.id() + ": sources.csv has no " + id));
  }

  private static Stream<String> unused(DmnFile file, List<Map<String, String>> sources) {
    return sources.stream()
        .map(source -> source.get("sourceId"))
        .filter(
            id ->
                file.rows().stream()
                    .noneMatch(
                        row ->
                            id.equals(row.literal("basisId"))
                                || id.equals(row.literal("sourceId"))))
        .map(id -> "sources.csv: no row rests on " + id);
  }

  private static String matter(DmnFile.Row row) {
    return row.cells().get("service")
        + row.cells().get("jurisdiction")
        + row.cells().get("categories")
        + row.cells().get("materialId");
  }
}
