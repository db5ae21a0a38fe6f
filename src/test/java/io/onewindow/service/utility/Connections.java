package io.onewindow.service.utility;

import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.problem.Problem;
import io.onewindow.story.Hall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Applications for connections that are in order, and what officers answer. */
public final class Connections {

  static final String BUILDER = UnifiedSocialCreditCode.complete("91371522MA3C0ABC1");

  private Connections() {}

  /** The drains of a new block of flats, applied for on their own. */
  public static Map<String, Object> drains() {
    Map<String, Object> form = builder();
    form.put("singleForm", "no");
    form.put("drainageKind", "separate");
    form.put("drainagePipe", "300");
    form.put("dailyDischarge", "120");
    form.put("drainagePlan", "污水经化粪池后接入振兴街市政污水管");
    return form;
  }

  /** Who builds what and where. */
  static Map<String, Object> builder() {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王明德");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("builderName", "弘基置业有限公司");
    form.put("builderCode", BUILDER);
    form.put("projectName", "莘州嘉园一期");
    form.put("worksAddress", "莘县通运路北、振兴街东");
    form.put("deliveryMethod", "electronic");
    return form;
  }

  public static Map<String, Object> drainsConnected() {
    return drainsAnswered("connect", "connectionPoint", "振兴街W-118号井");
  }

  static Map<String, Object> drainsAnswered(String decision, String field, String value) {
    return Map.of(
        "drainageSurroundings",
        "振兴街西侧DN600污水管，管底标高42.10米",
        "drainageAdvice",
        "建议接入W-118号井",
        "planDecision",
        decision,
        field,
        value);
  }

  /** Water for a block of flats. */
  static Map<String, Object> water() {
    Map<String, Object> form = builder();
    form.remove("projectName");
    form.put("supplyKind", "water");
    form.put("waterPipe", "100");
    form.put("dailyWater", "80");
    return form;
  }

  /** An outer line of 120 metres across a road. */
  static Map<String, Object> line() {
    Map<String, Object> form = new HashMap<>();
    form.put("linePlan", "沿通运路北侧敷设DN100球墨铸铁管");
    form.put("projectName", "通运路供水支管接入工程");
    form.put("plannedStart", "2026-12-01");
    form.put("lineLength", "120");
    form.put("commitmentRequested", "no");
    form.put("roadExcavation", "yes");
    form.put("greeneryChange", "no");
    form.put("waterFacilityChange", "no");
    form.put("simplifiedProcedure", "no");
    return form;
  }

  /** Keys of the fields that a refusal names. */
  static List<String> keys(Throwable refusal) {
    return Problem.in(refusal).fields().stream().map(Problem.Field::key).toList();
  }

  /** The departments of a place agree to digging up a road, and the permit is granted. */
  static void grantsRoad(Hall hall, ProcessInstance theCase, String place, String day) {
    Map<String, Object> agrees = Map.of("reviewOpinion", "agree");
    hall.completes(place + "UrbanMgmt", theCase, "审查挖掘占道", agrees);
    hall.completes(place + "Police", theCase, "审查交通影响", agrees);
    hall.completes(
        place + "Approval",
        theCase,
        "集中审查",
        Map.of("examinedOn", day, "examiners", "城管、交警", "permitDecision", "grant"));
  }
}
