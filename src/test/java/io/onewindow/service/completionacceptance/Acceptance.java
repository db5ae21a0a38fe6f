package io.onewindow.service.completionacceptance;

import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.story.Hall;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** What people do in a joint acceptance, for stories that tell of something else. */
public final class Acceptance {

  public static final String SERVICE = "completion-acceptance";
  public static final String BUILDER = UnifiedSocialCreditCode.complete("91371522MA3C0ABC1");

  private final Hall hall;
  private final String place;
  private final ProcessInstance theCase;

  private Acceptance(Hall hall, String place, ProcessInstance theCase) {
    this.hall = hall;
    this.place = place;
    this.theCase = theCase;
  }

  /** A finished block of flats of ordinary fire risk, accepted as a whole. */
  public static Map<String, Object> flats() {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王明德");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("builderName", "弘基置业有限公司");
    form.put("builderCode", BUILDER);
    form.put("projectName", "莘州嘉园一期");
    form.put("projectCode", "2024-371522-47-01-123456");
    form.put("projectType", "residential");
    form.put("location", "莘县通运路北、振兴街东");
    form.put("constructionPermitNo", "371522202403010101");
    form.put("permitDate", "2024-03-01");
    form.put("completionDate", "2025-10-20");
    form.put("floorArea", "35620.5");
    form.put("surveyResultNo", "DC2025-0108");
    form.put("acceptanceMode", "whole");
    form.put("fireCategory", "filing");
    form.put("deliveryMethod", "electronic");
    return form;
  }

  /** The window takes the application in and finds it complete. */
  public static Acceptance accepted(Hall hall, String place, Map<String, Object> form) {
    ProcessInstance theCase = hall.starts(place + "Clerk", SERVICE, form);
    hall.completes(place + "Clerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return new Acceptance(hall, place, theCase);
  }

  public ProcessInstance theCase() {
    return theCase;
  }

  public Acceptance surveyed(Map<String, Object> settled) {
    Map<String, Object> form = new HashMap<>(settled);
    form.put("surveyNote", "建筑高度、间距、面积与规划许可一致");
    hall.completes(place + "Approval", theCase, "核对多测合一成果", form);
    return this;
  }

  public Acceptance visited(String date) {
    hall.completes(
        place + "Approval",
        theCase,
        "组织联合踏勘",
        Map.of("visitDate", date, "visitRecord", "住建、自然资源到场，查看各楼及地下车库"));
    return this;
  }

  public Acceptance opinion(String office, String task, String opinion, String items) {
    Map<String, Object> form =
        items == null
            ? Map.of("opinion", opinion)
            : Map.of("opinion", opinion, "opinionItems", items);
    hall.completes(place + office, theCase, task, form);
    return this;
  }

  public Acceptance passes(String office, String... tasks) {
    for (String task : tasks) {
      opinion(office, task, "pass", null);
    }
    return this;
  }

  /** What the kind of project adds, and nobody has anything to say about. */
  public Acceptance addedPass() {
    String lead = place.equals("lc") ? "UrbanMgmt" : "Approval";
    return passes("Planning", "出具增加事项意见").passes(lead, "出具增加事项意见");
  }

  public Acceptance deferred(String office, String task, String items, String by) {
    hall.completes(
        place + office,
        theCase,
        task,
        Map.of("opinion", "deferred", "opinionItems", items, "opinionBy", by));
    return this;
  }

  public Acceptance rectified() {
    hall.completes(place + "Clerk", theCase, "登记整改结果", Map.of("rectificationNote", "消防车道已拓宽至4.2米"));
    return this;
  }

  public Acceptance concludes(String decision) {
    hall.completes(
        place + "Approval",
        theCase,
        "作出联合验收结论",
        Map.of("conclusionDecision", decision, "conclusionReason", "消防车道净宽仍不足4米"));
    return this;
  }
}
