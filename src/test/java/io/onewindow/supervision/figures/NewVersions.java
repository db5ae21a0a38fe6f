package io.onewindow.supervision.figures;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.stereotype.Component;

/** Deploys a model once more and moves running cases to it. */
@Component
class NewVersions {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private String deployment;
  private int migrated;

  NewVersions(RepositoryService repository, RuntimeService runtime) {
    this.repository = repository;
    this.runtime = runtime;
  }

  /** How many cases went over to the new version. */
  int migrated() {
    return migrated;
  }

  void migrate(String key, List<ProcessInstance> cases) {
    ProcessDefinition old = newest(key);
    deploy(old);
    MigrationPlan plan =
        runtime.createMigrationPlan(old.getId(), newest(key).getId()).mapEqualActivities().build();
    migrated = 0;
    for (ProcessInstance one : cases) {
      boolean runs =
          runtime
                  .createProcessInstanceQuery()
                  .processInstanceId(one.getId())
                  .processDefinitionId(old.getId())
                  .count()
              > 0;
      if (runs && migrated % 2 == 0) {
        runtime.newMigration(plan).processInstanceIds(one.getId()).execute();
        migrated++;
      } else if (runs) {
        migrated++;
      }
    }
  }

  private void deploy(ProcessDefinition old) {
    DeploymentBuilder builder = repository.createDeployment().name("another version");
    // what a model calls and asks stands in its own deployment
    for (String name : repository.getDeploymentResourceNames(old.getDeploymentId())) {
      if (!name.equals(old.getResourceName())) {
        builder.addInputStream(name, repository.getResourceAsStream(old.getDeploymentId(), name));
      }
    }
    String model =
        Bpmn.convertToString(repository.getBpmnModelInstance(old.getId()))
            .replace("camunda:versionTag=\"1", "camunda:versionTag=\"9");
    builder.addInputStream(
        old.getResourceName(), new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
    deployment = builder.deploy().getId();
  }

  private ProcessDefinition newest(String key) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(key)
        .latestVersion()
        .singleResult();
  }

  void forget() {
    if (deployment != null) {
      repository.deleteDeployment(deployment, true);
      deployment = null;
    }
  }
}
