package io.onewindow.service.utility;

import io.onewindow.service.FormValues;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What a line outside the site touches, and with it the merged permit it needs (市政设施建设类审批). */
final class PermitMatters {

  /** Fields of our forms, and what {@code municipal-facility-permit} calls them. */
  private static final Map<String, String> IDS = new LinkedHashMap<>();

  static {
    IDS.put("roadExcavation", "road-excavation");
    IDS.put("greeneryChange", "greenery-change");
    IDS.put("waterFacilityChange", "water-facility-change");
  }

  /** Why a line must have a length: it is dug as it was permitted. */
  static final String LINE_RULE = "须按批准的位置、面积、期限挖掘、占用（《城市道路管理条例》第三十六条）";

  private PermitMatters() {}

  /** The matters ticked, separated by commas. */
  static String of(VariableScope form) {
    return IDS.entrySet().stream()
        .filter(matter -> "yes".equals(form.getVariable(matter.getKey())))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(","));
  }

  /**
   * What the permit asks of its caller, so that it cannot refuse what it is handed.
   *
   * @param mergedClause by which the jurisdiction merged the permits
   */
  static void check(VariableScope task, FormValues form, LocalDate today, String mergedClause) {
    if (of(task).isEmpty()) {
      form.refuse(
          "roadExcavation",
          "挖掘、占用城市道路",
          "三类审批至少选一项：外线不涉及道路、绿地、管网设施的，无需审批，请按无外线工程办理（" + mergedClause + "）");
    }
    form.day("plannedStart", "计划开工日期")
        .filter(day -> day.isBefore(today))
        .ifPresent(
            day ->
                form.refuse(
                    "plannedStart", "计划开工日期", "应不早于今天 " + today + "：经批准方可施工（《城市道路管理条例》第三十三条）"));
  }
}
