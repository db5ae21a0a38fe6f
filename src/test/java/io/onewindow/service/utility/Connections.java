package io.onewindow.service.utility;

import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applications for connections that are in order, and what officers answer. */
final class Connections {

  static final String BUILDER = UnifiedSocialCreditCode.complete("91371522MA3C0ABC1");

  private Connections() {}

  /** The drains of a new block of flats, applied for on their own. */
  static Map<String, Object> drains() {
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

  static Map<String, Object> drainsConnected() {
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

  /** Keys of the fields that a refusal names. */
  static List<String> keys(Throwable refusal) {
    return Problem.in(refusal).fields().stream().map(Problem.Field::key).toList();
  }
}
