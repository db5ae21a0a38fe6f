package io.onewindow.service.utility;

import io.onewindow.service.FormValues;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a connection must be told before anybody can plan it: how much, and through how wide a pipe.
 * Asked of an applicant, or of the survey of a joint application.
 */
@Component
class DemandRules {

  private static final List<String> OPERATORS =
      List.of("operatorMobile", "operatorUnicom", "operatorTelecom", "operatorBroadnet");

  private final UtilityScope scope;

  DemandRules(UtilityScope scope) {
    this.scope = scope;
  }

  void water(FormValues form, String jurisdiction) {
    String rule = rule(Utility.WATER, jurisdiction);
    form.positive("waterPipe", "进户水管管径（毫米）", rule);
    form.positive("dailyWater", "日用水量（立方米）", rule);
    ifGiven(form, "waterMeters", "水表数（只）", rule);
  }

  void gas(FormValues form, String jurisdiction) {
    String rule = rule(Utility.GAS, jurisdiction);
    form.positive("gasFlow", "小时最大用气量（立方米）", rule);
    ifGiven(form, "gasHouseholds", "用气户数或设备台数", rule);
  }

  void drains(FormValues form, String jurisdiction) {
    String rule = rule(Utility.DRAINAGE, jurisdiction);
    form.positive("drainagePipe", "接户管管径（毫米）", rule);
    form.positive("dailyDischarge", "日排水量（立方米）", rule);
  }

  void heat(FormValues form, String jurisdiction) {
    String rule = rule(Utility.HEAT, jurisdiction);
    form.positive("heatArea", "供热面积（平方米）", rule);
    form.positive("heatHouseholds", "户数", rule);
  }

  void telecom(FormValues form, String jurisdiction) {
    String rule = rule(Utility.TELECOM, jurisdiction);
    form.positive("telecomPorts", "户数或端口数", rule);
    ifGiven(form, "telecomBandwidth", "专线带宽（兆）", rule);
    if (OPERATORS.stream().noneMatch(operator -> form.is(operator, "true"))) {
      form.refuse(OPERATORS.get(0), "运营商", "至少选一家：" + rule);
    }
  }

  /** What a form of the applicant's leaves open, and a surveyor must say by the form itself. */
  private static void ifGiven(FormValues form, String key, String label, String rule) {
    if (!form.text(key).isEmpty()) {
      form.positive(key, label, rule);
    }
  }

  private String rule(Utility utility, String jurisdiction) {
    return "没有写明需求，不能制定"
        + utility.label()
        + "接入方案（系统规则；报装见"
        + scope.clause(utility, jurisdiction)
        + "）";
  }
}
