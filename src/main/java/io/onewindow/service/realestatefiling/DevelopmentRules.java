package io.onewindow.service.realestatefiling;

import io.onewindow.casefile.CaseFile;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.JointOpinion;
import io.onewindow.service.JointOpinions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What a filing must satisfy beyond the form's own rules. */
@Component
public class DevelopmentRules {

  private static final Map<String, String> UTILITIES = new LinkedHashMap<>();

  static {
    UTILITIES.put("waterState", "供水");
    UTILITIES.put("powerState", "供电");
    UTILITIES.put("gasState", "燃气");
    UTILITIES.put("heatState", "供热");
    UTILITIES.put("telecomState", "通信");
    UTILITIES.put("roadState", "道路");
    UTILITIES.put("drainageState", "排水");
  }

  private static final Map<String, String> CLAUSES =
      Map.of(
          "liaocheng", "聊政发〔2021〕7号 附件二(三)",
          "shenxian", "莘政发〔2021〕28号 附件二(三)",
          "ningyang", "宁政发〔2021〕8号 附件·工程建设项目审批制度改革5",
          "hekou", "东河政发〔2021〕3号 二(二)6");

  private static final String NUMBER = "jointAcceptanceNo";
  private static final String NUMBER_LABEL = "联合验收意见书编号";

  private final CaseFile cases;
  private final JointOpinions opinions;
  private final FiledOpinions filed;
  private final Clock time;

  DevelopmentRules(CaseFile cases, JointOpinions opinions, FiledOpinions filed, Clock time) {
    this.cases = cases;
    this.opinions = opinions;
    this.filed = filed;
    this.time = time;
  }

  List<Problem.Field> violations(VariableScope application, String jurisdiction) {
    FormValues form = new FormValues(application);
    form.applicantId();
    form.creditCode("builderCode", "统一社会信用代码");
    String clause = CLAUSES.get(jurisdiction);
    utilities(form, jurisdiction, today());
    form.dayBetween("jointAcceptanceDate", "联合验收意见书日期", LocalDate.of(2000, 1, 1), today());
    jointAcceptance(form, clause);
    return form.refused();
  }

  /** Refuses a development whose water, power, roads and the like are not accepted yet. */
  public static void utilities(FormValues form, String jurisdiction, LocalDate today) {
    UTILITIES.forEach(
        (key, label) -> {
          if (form.is(key, "pending")) {
            form.refuse(key, label, "应为已完工并通过验收：未通过验收的项目还不能申请综合验收备案（" + clause(jurisdiction) + "）");
          }
        });
    form.dayBetween("utilitiesAcceptedOn", "最后一项通过验收的日期", LocalDate.of(2000, 1, 1), today);
  }

  /** An opinion of this system must be one on this project; of others nothing is known here. */
  private void jointAcceptance(FormValues form, String clause) {
    String number = form.text(NUMBER);
    filed
        .receiptOf(number)
        .ifPresent(
            before ->
                form.refuse(
                    NUMBER,
                    NUMBER_LABEL,
                    "不能重复备案：该意见书所验收的项目已取得综合验收备案证明（受理编号 "
                        + before
                        + "；一份意见书只备案一次是系统规则；备案见"
                        + clause
                        + "）"));
    Optional<JointOpinion> opinion = opinions.issued(number);
    opinion.ifPresent(issued -> issued.check(form, NUMBER, clause));
    if (opinion.isEmpty() && cases.find(number.replaceAll("-Y\\d+$", "")).isPresent()) {
      form.refuse(NUMBER, NUMBER_LABEL, "应为已核发的联合验收意见书编号：通过联合验收的方可备案（" + clause + "）");
    }
  }

  /** The fields that say whether water, power, roads and the like are accepted. */
  static Stream<String> states() {
    return UTILITIES.keySet().stream();
  }

  /** Where that jurisdiction's plan sets the rules of the filing. */
  public static String clause(String jurisdiction) {
    return CLAUSES.get(jurisdiction);
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }
}
