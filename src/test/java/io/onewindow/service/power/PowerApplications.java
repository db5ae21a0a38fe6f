package io.onewindow.service.power;

import static io.onewindow.story.Applications.with;

import java.util.HashMap;
import java.util.Map;

/** Applications for power that are in order; a story changes what it is about. */
final class PowerApplications {

  private PowerApplications() {}

  /** A household of 8 千瓦. */
  static Map<String, Object> household() {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王晓明");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("customerType", "residential");
    form.put("usageAddress", "东昌府区振兴路12号3号楼101室");
    form.put("capacity", "8");
    form.put("capacityUnit", "kW");
    form.put("tariff", "residential");
    form.put("newInstallation", "yes");
    form.put("deliveryMethod", "pickup");
    return form;
  }

  /** A shop that meets every condition of a small business, in that unit of its jurisdiction. */
  static Map<String, Object> smallBusiness(String capacity, String unit) {
    Map<String, Object> form = new HashMap<>(household());
    form.put("customerType", "enterprise");
    form.put("enterpriseName", "泰和商贸有限公司");
    form.put("creditCode", "91370921MA3TY8EK0E");
    form.put("registeredAddress", "东昌府区振兴路12号3号楼101室");
    form.put("capacity", capacity);
    form.put("capacityUnit", unit);
    form.put("cumulativeCapacity", capacity);
    form.put("tariff", "general-commercial");
    form.put("groupCustomer", "no");
    form.put("directSupply", "yes");
    return form;
  }

  /** The acceptance of an application for which works must be done, or none. */
  static Map<String, Object> accepted(String worksNeeded) {
    return Map.of("acceptanceDecision", "accept", "worksNeeded", worksNeeded);
  }

  static Map<String, Object> refused(String reason) {
    return Map.of("acceptanceDecision", "refuse", "acceptanceReason", reason);
  }

  /** The plan for a low voltage customer, answered on that day. */
  static Map<String, Object> surveyed(String day, String metres, String customerWorks) {
    return with(
        Map.of("supplyPlanNo", "GDFA-2026-0001", "supplyPlan", "由公用变台架接入，单相计量"),
        Map.of(
            "planAnsweredOn",
            day,
            "meterToBoundary",
            metres,
            "customerWorks",
            customerWorks,
            "outerLine",
            "no"));
  }

  static Map<String, Object> energised(String day) {
    return Map.of(
        "contractNo",
        "GYD-2026-0001",
        "contractSigning",
        "online",
        "meterNo",
        "3730001234567",
        "energisedOn",
        day);
  }

  /** A factory's application for high voltage, of so many 千伏安. */
  static Map<String, Object> factory(String voltage, String supplies, String capacity) {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王晓明");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("enterpriseName", "启明机械有限公司");
    form.put("creditCode", "91370921MA3TY8EK0E");
    form.put("usageAddress", "东昌府区纬三路8号");
    form.put("site", "other");
    form.put("conversionProject", "no");
    form.put("keyProject", "no");
    form.put("voltage", voltage);
    form.put("supplies", supplies);
    form.put("capacity", capacity);
    form.put("capacityUnit", "kVA");
    form.put("deliveryMethod", "pickup");
    return form;
  }

  /** The plan for a high voltage customer, answered on that day. */
  static Map<String, Object> planReplied(String day, String customerWorks) {
    return Map.of(
        "supplyPlanNo",
        "GDFA-2026-0002",
        "supplyPlan",
        "由10千伏启明线支接，高供高计",
        "planAnsweredOn",
        day,
        "customerWorks",
        customerWorks,
        "outerLine",
        "no");
  }

  static Map<String, Object> highVoltageEnergised(String day) {
    return Map.of(
        "inspectionResult",
        "passed",
        "contractNo",
        "GYG-2026-0001",
        "meterNo",
        "3730001234568",
        "energisedOn",
        day);
  }

  /** A line of so many 千瓦 and metres that touches no road and no interested party. */
  static Map<String, Object> outerLine(String capacity, String metres) {
    Map<String, Object> form = new HashMap<>();
    form.put("lineLength", metres);
    form.put("crossing", "none");
    form.put("lineCapacity", capacity);
    form.put("lineCapacityUnit", "kW");
    form.put("interestedParties", "no");
    form.put("shortDistance", "no");
    form.put("filingChoice", "commitment");
    form.put("plannedStart", "2026-09-25");
    form.put("lineDescription", "自启明线12号杆架空接入用户红线");
    return form;
  }
}
