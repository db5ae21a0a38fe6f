package io.onewindow.casefile;

import io.onewindow.department.Departments;
import io.onewindow.engine.StalePlans;
import io.onewindow.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;

/** Starts a case for a caller outside the screens, once for each idempotency key. */
@Service
class CaseStarter {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final Departments departments;
  private final RepeatedRequests requests;

  CaseStarter(
      RuntimeService runtime,
      RepositoryService repository,
      Departments departments,
      RepeatedRequests requests) {
    this.runtime = runtime;
    this.repository = repository;
    this.departments = departments;
    this.requests = requests;
  }

  /**
   * @param key idempotency key, null for none
   * @param body the request as it came, to tell a repetition from another request
   * @return the receipt number of the case, new or already started by the same request
   */
  String start(NewCase wanted, String key, String caller, byte[] body) {
    return StalePlans.outlive(
        () ->
            key == null ? launch(wanted) : requests.once(key, caller, body, () -> launch(wanted)));
  }

  private String launch(NewCase wanted) {
    require(wanted.service(), "service", "事项");
    require(wanted.jurisdiction(), "jurisdiction", "辖区");
    departments.jurisdiction(wanted.jurisdiction());
    boolean known =
        repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(wanted.service())
                .withoutTenantId()
                .latestVersion()
                .startableInTasklist()
                .count()
            > 0;
    if (!known) {
      throw Problem.badRequest("unknown-service", "未知的事项“" + wanted.service() + "”。");
    }
    Map<String, Object> variables = new HashMap<>();
    if (wanted.form() != null) {
      variables.putAll(wanted.form());
    }
    variables.put(CaseFile.JURISDICTION, wanted.jurisdiction());
    variables.put(CaseFile.CHANNEL, wanted.channel() == null ? "api" : wanted.channel());
    ProcessInstance instance =
        runtime
            .createProcessInstanceByKey(wanted.service())
            .processDefinitionWithoutTenantId()
            .setVariables(variables)
            .execute();
    return instance.getBusinessKey();
  }

  private static void require(String value, String key, String label) {
    if (value == null || value.isBlank()) {
      throw Problem.badRequest("field-missing", "缺少字段 " + key + "（" + label + "）。");
    }
  }
}
