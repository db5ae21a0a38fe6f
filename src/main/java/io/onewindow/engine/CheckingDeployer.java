package io.onewindow.engine;

import io.onewindow.problem.Problem;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.xml.ModelException;

/**
 * Lets only those deploy whose role it is, and every {@link DeploymentCheck} see each new resource
 * before anything of it is read.
 */
final class CheckingDeployer implements Deployer {

  private final Supplier<Stream<DeploymentCheck>> checks;

  /**
   * @param checks asked for at each deployment, because beans may not exist yet when the engine
   *     does
   */
  CheckingDeployer(Supplier<Stream<DeploymentCheck>> checks) {
    this.checks = checks;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (deployment.isNew()) {
      ReleaseRole.check(Context.getCommandContext().getAuthentication());
      for (ResourceEntity resource : deployment.getResources().values()) {
        String file = resource.getName().substring(resource.getName().lastIndexOf('/') + 1);
        check(file, resource.getBytes());
      }
    }
  }

  private void check(String file, byte[] content) {
    try {
      checks.get().forEach(check -> check.check(file, content));
    } catch (ModelException malformed) {
      throw Problem.badRequest("model-refused", "模型 " + file + " 不能部署：内容不符合其格式的规则。");
    }
  }
}
