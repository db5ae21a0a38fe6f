package io.onewindow.service.municipalfacilitypermit;

import io.onewindow.casefile.TableAnswers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks the decisions what a jurisdiction's plan merged into the permit, and for what one may
 * pledge.
 */
@Component
class MergedMatters {

  /**
   * @param name as the plan prints it
   * @param clause document and clause that merged it
   */
  record Merged(String name, String clause) {}

  private final TableAnswers tables;

  MergedMatters(TableAnswers tables) {
    this.tables = tables;
  }

  /** Empty where the jurisdiction's plan did not merge the matter, or there is no such matter. */
  Optional<Merged> of(String jurisdiction, String matter) {
    return asked("municipal-permit-matters", Map.of("jurisdiction", jurisdiction, "matter", matter))
        .map(row -> new Merged((String) row.get("name"), (String) row.get("clause")));
  }

  /** The clause that merged the matters of the jurisdiction. */
  String clause(String jurisdiction) {
    return of(jurisdiction, PermitMatter.ROAD_EXCAVATION.id()).orElseThrow().clause();
  }

  /** Ids of all that the jurisdiction's plan merged. */
  List<String> ids(String jurisdiction) {
    return Arrays.stream(PermitMatter.values())
        .map(PermitMatter::id)
        .filter(id -> of(jurisdiction, id).isPresent())
        .toList();
  }

  /** The matters in the words of the jurisdiction's plan, one a line. */
  String names(String jurisdiction, List<String> ids) {
    return ids.stream()
        .flatMap(id -> of(jurisdiction, id).stream())
        .map(Merged::name)
        .collect(Collectors.joining("\n"));
  }

  /** For what works the jurisdiction tries permits by commitment (告知承诺), with its clause. */
  String commitmentWorks(String jurisdiction) {
    Map<String, Object> row =
        asked("municipal-permit-commitment", Map.of("jurisdiction", jurisdiction)).orElseThrow();
    return row.get("works") + "（" + row.get("clause") + "）";
  }

  private Optional<Map<String, Object>> asked(String decision, Map<String, Object> question) {
    return tables.of(decision, question).stream().findFirst();
  }
}
