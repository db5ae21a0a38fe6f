package io.onewindow.casefile;

import io.onewindow.engine.Callers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The Chinese names of services, as the newest model of each has it. */
@Component
public class ServiceNames {

  private final RepositoryService repository;
  private final Callers callers;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  ServiceNames(RepositoryService repository, Callers callers) {
    this.repository = repository;
    this.callers = callers;
  }

  /** The name of the process; the slug itself where no such process is deployed. */
  public String of(String service) {
    return known.computeIfAbsent(service, this::newest);
  }

  private String newest(String service) {
    ProcessDefinition newest =
        callers.asSystem(
            () ->
                repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(service)
                    .withoutTenantId()
                    .latestVersion()
                    .singleResult());
    return newest == null ? service : newest.getName();
  }
}
