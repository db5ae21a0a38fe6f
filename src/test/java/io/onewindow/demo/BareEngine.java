package io.onewindow.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * Takes the default engine through the acts of a play, on the same models without anything ours.
 */
public final class BareEngine {

  private final ProcessEngine engine;
  private final Score score;
  private final Replay replay;

  BareEngine(ProcessEngine engine, Score score, Replay replay) {
    this.engine = engine;
    this.score = score;
    this.replay = replay;
  }

  /** What the stripped models ask: which way the case went before. */
  public static final class Replay {

    private final Map<String, Integer> visits = new HashMap<>();
    private Score score;

    void of(Score recorded) {
      score = recorded;
    }

    public void visits(DelegateExecution execution, String element) {
      visits.merge(
          Score.key(execution.getProcessBusinessKey(), process(execution), element),
          1,
          Integer::sum);
    }

    public boolean takes(DelegateExecution execution, String element, String flow) {
      return score.isTaken(
          execution.getProcessBusinessKey(), process(execution), element, flow, visits);
    }

    /** Without a query that would be counted. */
    private static String process(DelegateExecution execution) {
      return ((ExecutionEntity) execution).getProcessDefinition().getKey();
    }
  }

  /** How much of the play the engine came through. */
  record Result(int cases, int acts, int leftOut, Set<String> troubles) {}

  void deploy(Map<String, BpmnModelInstance> models, Map<String, String> decisions) {
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    models.forEach((name, model) -> deployment.addModelInstance(name + ".bpmn", model));
    decisions.forEach((name, table) -> deployment.addString(name + ".dmn", table));
    deployment.deploy();
  }

  Result play() {
    Set<String> troubles = new TreeSet<>();
    Map<String, String> tasks = new HashMap<>();
    int cases = 0;
    int acts = 0;
    int leftOut = 0;
    for (Score.Act act : score.acts()) {
      // as the player does before each step
      engine.getManagementService().createJobQuery().active().executable().listPage(0, 1);
      try {
        boolean done = perform(act, tasks);
        acts += done ? 1 : 0;
        leftOut += done ? 0 : 1;
        if (!done && act instanceof Score.Claim claim) {
          Score.Place place = score.places().get(claim.taskId());
          troubles.add("not reached: " + place.process() + " " + place.element());
        }
        cases += done && act instanceof Score.Start ? 1 : 0;
      } catch (ProcessEngineException refused) {
        leftOut++;
        troubles.add(String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
      }
    }
    return new Result(cases, acts, leftOut, troubles);
  }

  private boolean perform(Score.Act act, Map<String, String> tasks) {
    if (act instanceof Score.Start start) {
      engine
          .getRuntimeService()
          .startProcessInstanceByKey(
              start.service(), start.receiptNo(), score.variables().get(start.receiptNo()));
      return true;
    } else if (act instanceof Score.Claim claim) {
      return found(claim)
          .map(
              task -> {
                tasks.put(claim.taskId(), task.getId());
                engine.getTaskService().claim(task.getId(), claim.person());
                return true;
              })
          .orElse(false);
    } else if (act instanceof Score.Complete complete && tasks.containsKey(complete.taskId())) {
      String task = tasks.get(complete.taskId());
      engine.getTaskService().createTaskQuery().taskId(task).count();
      engine.getFormService().submitTaskForm(task, complete.form());
      return true;
    }
    return false;
  }

  private Optional<Task> found(Score.Claim claim) {
    Score.Place place = score.places().get(claim.taskId());
    List<Task> open =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(claim.receiptNo())
            .processDefinitionKey(place.process())
            .taskDefinitionKey(place.element())
            .taskUnassigned()
            .listPage(0, 1);
    return open.stream().findFirst();
  }
}
