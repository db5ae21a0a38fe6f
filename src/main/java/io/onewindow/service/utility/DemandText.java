package io.onewindow.service.utility;

import io.onewindow.service.FormValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What the survey wrote down in fields, in words for whoever makes the connection. */
final class DemandText {

  private static final Map<String, String> OPERATORS = new LinkedHashMap<>();
  private static final Map<String, String> BUILDINGS =
      Map.of("residential", "住宅", "public", "公共建筑", "industrial", "工业建筑");

  static {
    OPERATORS.put("operatorMobile", "中国移动");
    OPERATORS.put("operatorUnicom", "中国联通");
    OPERATORS.put("operatorTelecom", "中国电信");
    OPERATORS.put("operatorBroadnet", "中国广电");
  }

  private DemandText() {}

  static String heat(VariableScope survey) {
    FormValues form = new FormValues(survey);
    return BUILDINGS.getOrDefault(form.text("heatBuilding"), "")
        + form.text("heatArea")
        + "平方米，"
        + form.text("heatHouseholds")
        + "户，"
        + (form.is("heatSupply", "substation") ? "换热站" : "分户计量")
        + "，"
        + form.text("heatSeason")
        + "年度起供"
        + besides(form.text("heatDemand"));
  }

  static String telecom(VariableScope survey) {
    FormValues form = new FormValues(survey);
    String operators =
        OPERATORS.entrySet().stream()
            .filter(operator -> form.is(operator.getKey(), "true"))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining("、"));
    String bandwidth = form.text("telecomBandwidth");
    return operators
        + "，"
        + form.text("telecomPorts")
        + "户（端口）"
        + (bandwidth.isEmpty() ? "" : "，专线" + bandwidth + "兆")
        + besides(form.text("telecomDemand"));
  }

  private static String besides(String words) {
    return words.isEmpty() ? "" : "；" + words;
  }
}
