package io.onewindow.engine;

import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Models belong to no county; every case belongs to exactly one. The jurisdiction of a new case is
 * the one asked for in the variable {@value #JURISDICTION}, or the only one its starter works for.
 * A starter who works for others is refused, except a window clerk who takes an application in for
 * another hall (异地代收).
 */
final class JurisdictionOfInstance implements TenantIdProvider {

  static final String JURISDICTION = "jurisdiction";
  private static final String CHANNEL = "channel";
  private static final String CROSS_REGION = "cross-region";
  private static final String WINDOW = "window";
  private static final String ADMINISTRATORS = "camunda-admin";

  @Override
  public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
    if (start.getSuperExecution() != null) {
      return start.getSuperExecution().getTenantId();
    }
    Object asked = start.getVariables() == null ? null : start.getVariables().get(JURISDICTION);
    Authentication starter =
        Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
    if (asked == null) {
      return onlyJurisdictionOf(starter);
    }
    if (asked instanceof String place) {
      return isTakenInForAnother(start) && mayTakeIn(starter) ? place : permitted(place, starter);
    }
    throw Problem.badFields(List.of(new Problem.Field(JURISDICTION, "辖区", "应以文本填写，例如 ningyang")));
  }

  /** 异地代收: an application handed in at one hall that another one decides. */
  private static boolean isTakenInForAnother(TenantIdProviderProcessInstanceContext start) {
    return CROSS_REGION.equals(start.getVariables().get(CHANNEL));
  }

  private static boolean mayTakeIn(Authentication starter) {
    return starter != null
        && starter.getGroupIds() != null
        && starter.getGroupIds().contains(WINDOW);
  }

  private static String onlyJurisdictionOf(Authentication starter) {
    List<String> own = starter == null ? List.of() : starter.getTenantIds();
    if (own == null || own.size() != 1) {
      throw Problem.badRequest("jurisdiction-missing", "您不属于唯一的辖区，请指明办件所属辖区。");
    }
    return own.get(0);
  }

  private static String permitted(String asked, Authentication starter) {
    boolean trusted =
        starter == null
            || (starter.getGroupIds() != null && starter.getGroupIds().contains(ADMINISTRATORS));
    if (trusted || (starter.getTenantIds() != null && starter.getTenantIds().contains(asked))) {
      return asked;
    }
    throw Problem.forbidden("other-jurisdiction", "您无权为其他辖区发起办件。");
  }

  @Override
  public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
    return null;
  }

  @Override
  public String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext decision) {
    return decision.getExecution() == null ? null : decision.getExecution().getTenantId();
  }
}
