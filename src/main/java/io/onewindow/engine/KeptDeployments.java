package io.onewindow.engine;

import io.onewindow.problem.Problem;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentManager;

/**
 * Keeps what cases are handled by. With a model the engine would delete its cases, those that have
 * ended included; and of limits and forms any case may need those that were in service when it was
 * received. The system itself may, where a trial is taken down.
 */
final class KeptDeployments extends DeploymentManager {

  @Override
  public void deleteDeployment(
      String id, boolean cascade, boolean skipCustomListeners, boolean skipIoMappings) {
    if (getCurrentAuthentication() != null) {
      refuse(id, "selectCaseOfDeployment", "已有办件按这次部署的模型办理，撤下会把这些办件连同记录一起删掉");
      if (getDeploymentResourceNames(id).stream().anyMatch(name -> !isModel(name))) {
        refuse(id, "selectCaseSinceDeployment", "这次部署含有时限表或表单，部署之后已有办件受理");
      }
    }
    super.deleteDeployment(id, cascade, skipCustomListeners, skipIoMappings);
  }

  private void refuse(String id, String question, String why) {
    if (getDbEntityManager().selectOne(question, id) != null) {
      throw Problem.conflict("deployment-in-use", why + "，不能撤下；要改正，请部署新的版本。");
    }
  }

  private static boolean isModel(String resource) {
    return resource.endsWith(".bpmn") || resource.endsWith(".bpmn20.xml");
  }
}
