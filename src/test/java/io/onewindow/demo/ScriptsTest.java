package io.onewindow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.demo.Script.Step;
import io.onewindow.story.StoryTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Each service can be played, each task of it is done by somebody, and in prod nothing of it is.
 */
@StoryTest
class ScriptsTest {

  /** Services that nobody has written a script for yet; each is played as soon as it has one. */
  private static final Set<String> WITHOUT_SCRIPT = Set.of();

  @Autowired private Scripts scripts;
  @Autowired private RepositoryService repository;

  @Test
  void everyServiceHasAScriptOrStandsInTheListOfThoseWithout() {
    Set<String> services =
        definitions().stream().map(ProcessDefinition::getKey).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>(services);
    missing.removeAll(scripts.services().keySet());
    assertThat(missing).as("没有演示脚本的事项").isEqualTo(new TreeSet<>(WITHOUT_SCRIPT));
    assertThat(services).as("有脚本而没有模型的事项").containsAll(scripts.services().keySet());
  }

  @Test
  void everyTaskOfAScriptedServiceIsDone() {
    Set<String> undone = new TreeSet<>();
    for (String service : scripts.services().keySet()) {
      gather(service, service, new TreeSet<>(), undone);
    }
    assertThat(undone).as("没有脚本的任务").isEmpty();
  }

  @Test
  void everyTaskOfAScriptStandsInAModel() {
    Set<String> known = new TreeSet<>();
    for (ProcessDefinition one : repository.createProcessDefinitionQuery().latestVersion().list()) {
      tasks(one.getId()).forEach(task -> known.add(task.getId()));
    }
    scripts
        .services()
        .forEach(
            (service, script) ->
                assertThat(known).as(service).containsAll(script.tasks().keySet()));
  }

  @Test
  void everyStepFillsInItsFormWhateverComes() {
    scripts
        .services()
        .forEach(
            (service, script) ->
                script
                    .tasks()
                    .forEach(
                        (task, step) ->
                            assertThat(lastChoice(step)).as(service + " " + task).isTrue()));
  }

  @Test
  void prodHasNothingOfIt() {
    var environment = new StandardEnvironment();
    environment.setActiveProfiles("prod");
    var scan = new ClassPathScanningCandidateComponentProvider(true, environment);
    scan.addExcludeFilter(new AnnotationTypeFilter(TestConfiguration.class));
    assertThat(scan.findCandidateComponents("io.onewindow.demo")).isEmpty();
    environment.setActiveProfiles("demo");
    assertThat(scan.findCandidateComponents("io.onewindow.demo")).isNotEmpty();
  }

  /** The last choice is for all that the others leave. */
  private static boolean lastChoice(Step step) {
    var last = step.choices().get(step.choices().size() - 1);
    return last.share() == null && last.when() == null && last.turn() == null;
  }

  private void gather(String process, String service, Set<String> seen, Set<String> undone) {
    if (!seen.add(process)) {
      return;
    }
    for (UserTask task : tasks(definition(process))) {
      if (scripts.step(process, service, task.getId()).isEmpty()) {
        undone.add(process + " " + task.getId());
      }
    }
    repository
        .getBpmnModelInstance(definition(process))
        .getModelElementsByType(CallActivity.class)
        .forEach(call -> gather(call.getCalledElement(), service, seen, undone));
  }

  private List<UserTask> tasks(String definitionId) {
    return List.copyOf(
        repository.getBpmnModelInstance(definitionId).getModelElementsByType(UserTask.class));
  }

  private String definition(String process) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(process)
        .latestVersion()
        .singleResult()
        .getId();
  }

  /** Without the models that other tests deployed: those of the application have a name. */
  private List<ProcessDefinition> definitions() {
    Set<String> ownDeployments =
        repository.createDeploymentQuery().list().stream()
            .filter(one -> one.getName() != null)
            .map(Deployment::getId)
            .collect(Collectors.toSet());
    return repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .withoutTenantId()
        .startableInTasklist()
        .list()
        .stream()
        .filter(one -> ownDeployments.contains(one.getDeploymentId()))
        .toList();
  }
}
