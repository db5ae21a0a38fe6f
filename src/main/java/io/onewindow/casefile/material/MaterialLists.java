package io.onewindow.casefile.material;

import io.onewindow.casefile.TableAnswers;
import io.onewindow.department.Departments;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which materials a case must show: asked of the deployed table {@code material-list}. */
@Component
class MaterialLists {

  private static final String DECISION = "material-list";

  private final TableAnswers tables;
  private final Departments departments;
  private final Sources sources;

  MaterialLists(TableAnswers tables, Departments departments, Sources sources) {
    this.tables = tables;
    this.departments = departments;
    this.sources = sources;
  }

  /** The materials in the order of the list; a county inherits where its own plan is silent. */
  List<MaterialRule> of(String service, String jurisdiction, Set<String> categories) {
    String city = departments.jurisdiction(jurisdiction).parent();
    return MaterialRule.merged(
        answers(service, jurisdiction, categories),
        city == null ? List.of() : answers(service, city, categories),
        city,
        sources);
  }

  private List<MaterialRule> answers(String service, String place, Set<String> categories) {
    Map<String, Object> question =
        Map.of(
            "service", service,
            "jurisdiction", place,
            "categories", categories.stream().sorted().toList());
    return tables.of(DECISION, question).stream().map(MaterialRule::of).toList();
  }
}
