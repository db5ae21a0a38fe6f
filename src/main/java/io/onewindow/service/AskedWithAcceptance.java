package io.onewindow.service;

import io.onewindow.casefile.CaseFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Starts what a builder asked for together with the joint acceptance: a case of its own, whose
 * application is filled in with what the acceptance knows.
 */
@Component
public class AskedWithAcceptance {

  /** The value of the field {@code channel} of a case that an acceptance has started. */
  public static final String CHANNEL = "joint-acceptance";

  /** What all these applications have in common with that for the acceptance, by the same names. */
  private static final List<String> COMMON =
      List.of(
          "applicantName",
          "applicantIdType",
          "applicantIdNo",
          "applicantPhone",
          "deliveryEmail",
          "filedBy",
          "agentName",
          "agentIdNo",
          "authorizationNo",
          "builderName",
          "builderCode",
          "projectName",
          "projectCode",
          "location",
          "deliveryMethod",
          "postalAddress");

  private final RuntimeService runtime;
  private final CaseFile caseFile;

  AskedWithAcceptance(RuntimeService runtime, CaseFile caseFile) {
    this.runtime = runtime;
    this.caseFile = caseFile;
  }

  /**
   * @param service that is asked for
   * @param name of that service, as people read it
   * @param startedAs the acceptance's variable that keeps the receipt number
   * @param more what the two applications have in common besides, by the same names
   */
  public record Wish(String service, String name, String startedAs, List<String> more) {}

  /**
   * Asked again, it starts no second.
   *
   * @param besides what the application says that the acceptance does not know by that name
   */
  public void start(DelegateExecution acceptance, Wish wish, Map<String, Object> besides) {
    if (acceptance.getVariable(wish.startedAs()) != null) {
      return;
    }
    Map<String, Object> form = application(acceptance, wish.more());
    form.putAll(besides);
    String receiptNo =
        runtime
            .createProcessInstanceByKey(wish.service())
            .processDefinitionWithoutTenantId()
            .setVariables(form)
            .execute()
            .getBusinessKey();
    acceptance.setVariable(wish.startedAs(), receiptNo);
    caseFile.linked(acceptance, "已同步发起" + wish.name() + "，受理编号 " + receiptNo);
  }

  private static Map<String, Object> application(DelegateExecution acceptance, List<String> more) {
    Map<String, Object> form = new HashMap<>();
    Stream.concat(COMMON.stream(), more.stream())
        .filter(key -> acceptance.getVariable(key) != null)
        .forEach(key -> form.put(key, acceptance.getVariable(key)));
    if ("section".equals(acceptance.getVariable("acceptanceMode"))) {
      form.put("sectionName", acceptance.getVariable("sectionName"));
    }
    form.put("jointAcceptanceNo", acceptance.getVariable("jointOpinionNo"));
    form.put(CaseFile.JURISDICTION, acceptance.getTenantId());
    form.put(CaseFile.CHANNEL, CHANNEL);
    return form;
  }
}
