package io.onewindow.service.realestatefiling;

import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.story.Hall;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** What people do in a filing, for stories that tell of something else. */
final class Development {

  static final String SERVICE = "real-estate-completion-filing";

  private final Hall hall;
  private final String place;
  private final ProcessInstance theCase;

  private Development(Hall hall, String place, ProcessInstance theCase) {
    this.hall = hall;
    this.place = place;
    this.theCase = theCase;
  }

  /** A development with a kindergarten, accepted jointly elsewhere. */
  static Map<String, Object> garden() {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王明德");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("builderName", "弘基置业有限公司");
    form.put("builderCode", UnifiedSocialCreditCode.complete("91371522MA3C0ABC1"));
    form.put("projectName", "莘州嘉园一期");
    form.put("projectCode", "2024-371522-47-01-123456");
    form.put("location", "莘县通运路北、振兴街东");
    form.put("jointAcceptanceNo", "LHYS2026-0031");
    form.put("jointAcceptanceDate", "2026-09-10");
    for (String utility :
        new String[] {
          "waterState", "powerState", "gasState", "telecomState", "roadState", "drainageState"
        }) {
      form.put(utility, "accepted");
    }
    form.put("heatState", "none");
    form.put("utilitiesAcceptedOn", "2026-08-30");
    form.put("hasEducation", true);
    form.put("facilityList", "幼儿园，小区东北角，2600平方米");
    form.put("deliveryMethod", "electronic");
    return form;
  }

  /** The lead takes the filing in hand and the departments are asked. */
  static Development pushed(Hall hall, String place, String lead, Map<String, Object> form) {
    ProcessInstance theCase = hall.starts(place + "Clerk", SERVICE, form);
    hall.completes(place + lead, theCase, "核对备案申请", Map.of("filingAcceptance", "accept"));
    return new Development(hall, place, theCase);
  }

  ProcessInstance theCase() {
    return theCase;
  }

  Development says(String office, String task, Map<String, Object> form) {
    hall.completes(place + office, theCase, task, form);
    return this;
  }

  Development signed(String office, String task) {
    return says(
        office,
        task,
        Map.of("facilityOpinion", "pass", "handover", "signed", "agreementNo", "YJ2026-031"));
  }

  Development without(String office, String task) {
    return says(office, task, Map.of("facilityOpinion", "pass", "handover", "none"));
  }

  /** Everybody but education: nothing of theirs is built here. */
  Development othersHaveNothing() {
    return without("Civil", "出具民政意见").without("Health", "出具卫健意见").without("Town", "出具街道意见");
  }

  static Map<String, Object> deferredUntil(String day) {
    return Map.of(
        "facilityOpinion", "pass",
        "handover", "deferred",
        "agreementNo", "YJ2026-031",
        "deferReason", "接收学校编制尚未批复",
        "takerName", "莘县教育体育局",
        "takeOverBy", day);
  }

  Development concludes(String lead, String decision) {
    hall.completes(
        place + lead,
        theCase,
        "作出备案结论",
        decision.equals("grant")
            ? Map.of("filingDecision", decision)
            : Map.of("filingDecision", decision, "filingReason", "幼儿园活动场地复验仍不合格"));
    return this;
  }
}
