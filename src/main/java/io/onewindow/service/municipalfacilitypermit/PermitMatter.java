package io.onewindow.service.municipalfacilitypermit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One of the three matters that the plans merged into one (莘政发〔2021〕28号 附件二(八), 聊政发〔2021〕7号 附件二(八),
 * 宁政发〔2021〕8号 附件·工程建设项目审批制度改革9).
 */
enum PermitMatter {
  ROAD_EXCAVATION("road-excavation", "roadExcavation", "市政设施建设类审批（挖掘、占用城市道路）"),
  GREENERY_CHANGE("greenery-change", "greeneryChange", "工程建设涉及城市绿地、树木审批"),
  WATER_FACILITY_CHANGE(
      "water-facility-change", "waterFacilityChange", "因工程建设需要拆除、改动、迁移供水、排水与污水处理设施审核");

  private final String id;
  private final String field;
  private final String label;

  PermitMatter(String id, String field, String label) {
    this.id = id;
    this.field = field;
    this.label = label;
  }

  /** What callers and the model name it by. */
  String id() {
    return id;
  }

  /** The application's field that says yes or no to it. */
  String field() {
    return field;
  }

  String label() {
    return label;
  }

  /**
   * @param answer what the application says to it
   */
  static boolean isAsked(Object answer) {
    return "yes".equals(answer);
  }

  static Optional<PermitMatter> of(String id) {
    return Arrays.stream(values()).filter(matter -> matter.id.equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(PermitMatter::id).toList();
  }
}
