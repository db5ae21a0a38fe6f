package io.onewindow.casefile.paper;

import io.onewindow.engine.Callers;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The Chinese name of a service, which is that of its model. */
@Component
class ServiceNames {

  private final RepositoryService repository;
  private final Callers callers;

  ServiceNames(RepositoryService repository, Callers callers) {
    this.repository = repository;
    this.callers = callers;
  }

  /** The service's slug where no model is deployed. */
  String of(String service) {
    return callers.asSystem(
        () ->
            Optional.ofNullable(
                    repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(service)
                        .withoutTenantId()
                        .latestVersion()
                        .singleResult())
                .map(ProcessDefinition::getName)
                .orElse(service));
  }
}
