package io.onewindow.laboratory;

import io.onewindow.engine.Callers;
import io.onewindow.simulation.model.ModelSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.springframework.stereotype.Component;

/**
 * Models, decisions and forms as they are deployed, the latest versions. {@code id@2} is version 2
 * of a process.
 */
@Component
class DeployedModels implements ModelSource {

  private static final String VERSION = "@";

  private final RepositoryService repository;
  private final Callers callers;

  DeployedModels(RepositoryService repository, Callers callers) {
    this.repository = repository;
    this.callers = callers;
  }

  /** What people can start, by name; parts that services share are left out. */
  List<ProcessDefinition> services() {
    return callers.asSystem(
        () ->
            repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .startableInTasklist()
                .orderByProcessDefinitionKey()
                .asc()
                .list());
  }

  /** Versions that are deployed, the newest first. */
  List<Integer> versions(String service) {
    return callers.asSystem(
        () ->
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(service)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(ProcessDefinition::getVersion)
                .toList());
  }

  @Override
  public Optional<byte[]> process(String id) {
    int at = id.indexOf(VERSION);
    String version = at < 0 ? "" : id.substring(at + 1);
    if (at >= 0 && !version.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    ProcessDefinitionQuery query =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(at < 0 ? id : id.substring(0, at));
    ProcessDefinitionQuery wanted =
        at < 0 ? query.latestVersion() : query.processDefinitionVersion(Integer.parseInt(version));
    return asSystem(
        () -> {
          ProcessDefinition found = wanted.singleResult();
          return found == null ? null : repository.getProcessModel(found.getId());
        });
  }

  @Override
  public Optional<byte[]> decision(String id) {
    return asSystem(
        () -> {
          DecisionDefinition found =
              repository
                  .createDecisionDefinitionQuery()
                  .decisionDefinitionKey(id)
                  .latestVersion()
                  .singleResult();
          return found == null ? null : repository.getDecisionModel(found.getId());
        });
  }

  /** A form is the file of its name in the latest deployment that has one. */
  @Override
  public Optional<byte[]> form(String id) {
    return asSystem(
        () -> {
          List<Deployment> deployments =
              repository.createDeploymentQuery().orderByDeploymentTime().desc().list();
          for (Deployment one : deployments) {
            for (String name : repository.getDeploymentResourceNames(one.getId())) {
              if (name.equals(id + ".form") || name.endsWith("/" + id + ".form")) {
                return repository.getResourceAsStream(one.getId(), name);
              }
            }
          }
          return null;
        });
  }

  private Optional<byte[]> asSystem(Supplier<InputStream> found) {
    try (InputStream in = callers.asSystem(found)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
