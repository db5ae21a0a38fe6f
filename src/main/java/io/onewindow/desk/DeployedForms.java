package io.onewindow.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The forms as deployed together with the model that shows them. */
@Component
class DeployedForms {

  private final RepositoryService repository;
  private final ObjectMapper json;
  private final Map<String, JsonNode> read = new ConcurrentHashMap<>();

  DeployedForms(RepositoryService repository, ObjectMapper json) {
    this.repository = repository;
    this.json = json;
  }

  /**
   * @param processDefinitionId whose deployment holds the form
   * @param formId the form's id, which is its file's name without ending
   */
  JsonNode form(String processDefinitionId, String formId) {
    return read.computeIfAbsent(
        processDefinitionId + "/" + formId, key -> load(processDefinitionId, formId));
  }

  private JsonNode load(String processDefinitionId, String formId) {
    String deployment = repository.getProcessDefinition(processDefinitionId).getDeploymentId();
    String file = formId + ".form";
    String name =
        repository.getDeploymentResourceNames(deployment).stream()
            .filter(resource -> resource.equals(file) || resource.endsWith("/" + file))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("not deployed: " + file));
    try (var in = repository.getResourceAsStream(deployment, name)) {
      return json.readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
