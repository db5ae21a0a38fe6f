package io.onewindow.service.municipalfacilitypermit;

/**
 * One of the matters that the plans merged into one; which of them, and by what name and clause,
 * the decision {@code municipal-permit-matters} says for each jurisdiction.
 */
enum PermitMatter {
  ROAD_EXCAVATION("road-excavation", "roadExcavation"),
  GREENERY_CHANGE("greenery-change", "greeneryChange"),
  GREEN_PLAN_CHANGE("green-plan-change", "greenPlanChange"),
  WATER_FACILITY_CHANGE("water-facility-change", "waterFacilityChange");

  private final String id;
  private final String field;

  PermitMatter(String id, String field) {
    this.id = id;
    this.field = field;
  }

  /** What callers and the model name it by. */
  String id() {
    return id;
  }

  /** The application's field that says yes or no to it. */
  String field() {
    return field;
  }

  /**
   * @param answer what the application says to it
   */
  static boolean isAsked(Object answer) {
    return "yes".equals(answer);
  }
}
