package io.onewindow.casefile.material;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One answer of the decision {@code material-list}.
 *
 * @param term null unless the material may be committed to or deferred
 * @param basisId why it is needed, null for our own default
 * @param sourceId why it may be shown this way, null for our own default
 * @param inheritedFrom the city whose plan says so, or null
 */
record MaterialRule(
    String materialId,
    String name,
    Requirement requirement,
    Term term,
    String basisId,
    String sourceId,
    String inheritedFrom) {

  static MaterialRule of(Map<String, Object> answer) {
    Object value = answer.get("value");
    return new MaterialRule(
        (String) answer.get("materialId"),
        (String) answer.get("name"),
        Requirement.valueOf((String) answer.get("requirement")),
        value == null
            ? null
            : new Term(((Number) value).intValue(), LimitUnit.valueOf((String) answer.get("unit"))),
        (String) answer.get("basisId"),
        (String) answer.get("sourceId"),
        null);
  }

  /**
   * One rule for each material, in the order of the list: the jurisdiction's own plan before its
   * city's, a plan before what holds everywhere.
   *
   * @param city what the table answers for the city, empty where there is none
   */
  static List<MaterialRule> merged(
      List<MaterialRule> own, List<MaterialRule> city, String cityId, Sources sources) {
    Map<String, MaterialRule> chosen = new LinkedHashMap<>();
    own.forEach(rule -> chosen.merge(rule.materialId, rule, (a, b) -> sources.local(a, b)));
    city.stream()
        .filter(rule -> sources.isLocal(rule.sourceId))
        .forEach(
            rule ->
                chosen.merge(
                    rule.materialId,
                    rule.from(cityId),
                    (mine, inherited) -> sources.isLocal(mine.sourceId) ? mine : inherited));
    return new ArrayList<>(chosen.values());
  }

  private MaterialRule from(String city) {
    return new MaterialRule(materialId, name, requirement, term, basisId, sourceId, city);
  }
}
