package io.onewindow.story;

import java.util.HashMap;
import java.util.Map;

/** Applications that are in order; a story changes what it is about. */
public final class Applications {

  private Applications() {}

  /** A trading company that qualifies for 即报即得; no items asked for yet. */
  public static Map<String, Object> tradingCompany() {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王晓明");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("enterpriseName", "宁阳县泰和商贸有限公司");
    form.put("entityType", "limited-company");
    form.put("foreignInvested", false);
    form.put("registeredCapital", "100.5");
    form.put("residence", "宁阳县文庙街道金阳大街1号");
    form.put("businessScope", "日用百货销售；办公用品销售");
    form.put("legalRepName", "王晓明");
    form.put("legalRepIdNo", "370921199003078512");
    form.put("shareholder1Name", "王晓明");
    form.put("shareholder1Code", "370921199003078512");
    form.put("shareholder1Share", "60");
    form.put("shareholder2Name", "李静");
    form.put("shareholder2Code", "370921198811204623");
    form.put("shareholder2Share", "40");
    form.put("deliveryMethod", "pickup");
    return form;
  }

  /** The same company with every item wanted now. */
  public static Map<String, Object> withEveryItem() {
    return with(
        tradingCompany(),
        Map.of(
            "sealChoice", "now",
            "taxChoice", "now",
            "socialInsuranceChoice", "now",
            "medicalInsuranceChoice", "now",
            "housingFundChoice", "now",
            "bankChoice", "now",
            "employmentChoice", "now"));
  }

  public static Map<String, Object> with(Map<String, Object> form, Map<String, Object> changes) {
    Map<String, Object> changed = new HashMap<>(form);
    changed.putAll(changes);
    return changed;
  }
}
