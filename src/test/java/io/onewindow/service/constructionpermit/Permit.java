package io.onewindow.service.constructionpermit;

import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.story.Hall;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** What people do until a permit is issued, for stories that tell of something else. */
final class Permit {

  static final String SERVICE = "construction-permit";

  private final Hall hall;
  private final String place;
  private final ProcessInstance theCase;

  private Permit(Hall hall, String place, ProcessInstance theCase) {
    this.hall = hall;
    this.place = place;
    this.theCase = theCase;
  }

  /** A block of flats put out to tender, permitted as a whole, without a shelter. */
  static Map<String, Object> flats() {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王明德");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("builderName", "弘基置业有限公司");
    form.put("builderCode", UnifiedSocialCreditCode.complete("91371522MA3C0ABC1"));
    form.put("projectName", "莘州嘉园二期");
    form.put("projectCode", "2026-371522-47-01-123456");
    form.put("worksKind", "building");
    form.put("location", "莘县通运路北、振兴街东");
    form.put("investment", "3560.5");
    form.put("floorArea", "12680.5");
    form.put("planningPermitNo", "建字第371522202600012号");
    form.put("landApprovalNo", "鲁（2025）莘县不动产权第0001234号");
    form.put("exemptionClaimed", "no");
    form.put("contractorName", "山东中泰建工有限公司");
    form.put("contractorCode", UnifiedSocialCreditCode.complete("91371500MA3D1DEF2"));
    form.put("procurement", "tender");
    form.put("drawingReviewNo", "SG2026-0215");
    form.put("plannedStart", "2027-03-01");
    form.put("plannedEnd", "2028-05-31");
    form.put("permitMode", "whole");
    form.put("relocation", "no");
    form.put("deliveryMethod", "electronic");
    return form;
  }

  /** Works whose builder asks to be told that they need no permit. */
  static Map<String, Object> small(String investment, String floorArea) {
    Map<String, Object> form = flats();
    form.put("exemptionClaimed", "yes");
    form.put("investment", investment);
    form.put("floorArea", floorArea);
    return form;
  }

  /** The window takes the application in and finds it complete. */
  static Permit accepted(Hall hall, String place, Map<String, Object> form) {
    ProcessInstance theCase = hall.starts(place + "Clerk", SERVICE, form);
    hall.completes(place + "Clerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return new Permit(hall, place, theCase);
  }

  ProcessInstance theCase() {
    return theCase;
  }

  Permit passes(String... tasks) {
    for (String task : tasks) {
      hall.completes(place + "Housing", theCase, task, Map.of("matterOpinion", "pass"));
    }
    return this;
  }

  Permit fails(String task, String why) {
    hall.completes(
        place + "Housing", theCase, task, Map.of("matterOpinion", "fail", "matterNote", why));
    return this;
  }

  Permit decides(Map<String, Object> decision) {
    hall.completes(place + "Approval", theCase, "作出许可决定", decision);
    return this;
  }

  Permit granted() {
    return passes("审查质量监督手续", "审查安全监督手续").decides(Map.of("permitDecision", "grant"));
  }

  String number() {
    return (String) hall.variable(theCase, "permitNo");
  }
}
