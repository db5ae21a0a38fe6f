package io.onewindow.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.context.event.EventListener;

/**
 * Takes the default engine through the acts of a play, on the same models without anything ours.
 */
public final class BareEngine {

  private final ProcessEngine engine;
  private final Score score;
  private final Replay replay;
  private final Effort effort;

  /** Tasks of this engine, by those of the play. */
  private final Map<String, String> tasks = new HashMap<>();

  private final Set<String> troubles = new TreeSet<>();
  private int next;
  private int cases;
  private int acts;
  private int leftOut;

  BareEngine(ProcessEngine engine, Score score, Replay replay, Effort effort) {
    this.engine = engine;
    this.score = score;
    this.replay = replay;
    this.effort = effort;
  }

  /** What the stripped models ask: which way the case went before. */
  public static final class Replay {

    private final Map<String, Integer> visits = new HashMap<>();
    private final Map<String, Set<String>> instances = new HashMap<>();
    private final Map<String, Deque<String>> open = new HashMap<>();
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

    @EventListener(condition = "#task.eventName == 'create'")
    void created(DelegateTask task) {
      DelegateExecution place = task.getExecution();
      open.computeIfAbsent(
              Score.key(place.getProcessBusinessKey(), process(place), task.getTaskDefinitionKey()),
              key -> new ArrayDeque<>())
          .add(task.getId());
      instances
          .computeIfAbsent(
              of(place.getProcessBusinessKey(), process(place)), key -> new LinkedHashSet<>())
          .add(place.getProcessInstanceId());
    }

    private Set<String> instances(String receiptNo, String process) {
      return instances.getOrDefault(of(receiptNo, process), Set.of());
    }

    private static String of(String receiptNo, String process) {
      return receiptNo + " " + process;
    }

    /** A task that nobody has taken there yet; null if there is none. */
    private String next(String receiptNo, Score.Place place) {
      Deque<String> there = open.get(Score.key(receiptNo, place.process(), place.element()));
      return there == null ? null : there.poll();
    }

    /** Without a query that would be counted. */
    private static String process(DelegateExecution execution) {
      return ((ExecutionEntity) execution).getProcessDefinition().getKey();
    }
  }

  /** How much of the play the engine came through. */
  public record Result(int cases, int acts, int leftOut, Set<String> troubles) {}

  void deploy(Map<String, BpmnModelInstance> models, Map<String, String> decisions) {
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    models.forEach((name, model) -> deployment.addModelInstance(name + ".bpmn", model));
    decisions.forEach((name, table) -> deployment.addString(name + ".dmn", table));
    deployment.deploy();
  }

  /** Does the next acts of the play, as many as there are left at most. */
  public void follow(int howMany) {
    for (int i = 0; i < howMany && next < score.acts().size(); i++) {
      does(score.acts().get(next++));
    }
  }

  /** How many acts of the play were done or left out so far. */
  public int followed() {
    return next;
  }

  private void does(Score.Act act) {
    try {
      Optional<Runnable> deed = deed(act);
      deed.ifPresent(effort::of);
      boolean done = deed.isPresent();
      acts += done ? 1 : 0;
      leftOut += done ? 0 : 1;
      cases += done && act instanceof Score.Start ? 1 : 0;
      if (!done && act instanceof Score.Claim claim) {
        Score.Place place = score.places().get(claim.taskId());
        troubles.add("not reached: " + place.process() + " " + place.element());
      }
      if (!done && act instanceof Score.Fire fire) {
        troubles.add("no timer: " + fire.process() + " " + fire.timer());
      }
    } catch (ProcessEngineException refused) {
      leftOut++;
      troubles.add(String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
    }
  }

  public Result result() {
    return new Result(cases, acts, leftOut, troubles);
  }

  /** What an act is here; empty where it cannot be done. */
  private Optional<Runnable> deed(Score.Act act) {
    TaskService work = engine.getTaskService();
    if (act instanceof Score.Seek seek) {
      return Optional.of(() -> seek(seek.service()));
    } else if (act instanceof Score.Start start) {
      Map<String, Object> variables = score.variables().get(start.receiptNo());
      return Optional.of(
          () ->
              engine
                  .getRuntimeService()
                  .startProcessInstanceByKey(start.service(), start.receiptNo(), variables));
    } else if (act instanceof Score.Look look && look.isForm()) {
      return task(look.receiptNo(), look.taskId())
          .map(task -> () -> engine.getFormService().getTaskFormVariables(task));
    } else if (act instanceof Score.Look look) {
      return task(look.receiptNo(), look.taskId())
          .map(task -> () -> work.createTaskQuery().taskId(task).count());
    } else if (act instanceof Score.Claim claim) {
      return task(claim.receiptNo(), claim.taskId())
          .map(task -> () -> work.claim(task, claim.person()));
    } else if (act instanceof Score.Complete complete) {
      return task(complete.receiptNo(), complete.taskId())
          .map(task -> () -> engine.getFormService().submitTaskForm(task, complete.form()));
    } else if (act instanceof Score.Fire fire) {
      return timer(fire).map(job -> () -> engine.getManagementService().executeJob(job));
    }
    return Optional.empty();
  }

  private void seek(String service) {
    engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey(service)
        .withoutTenantId()
        .latestVersion()
        .startableInTasklist()
        .list();
  }

  private Optional<String> timer(Score.Fire fire) {
    return replay.instances(fire.receiptNo(), fire.process()).stream()
        .flatMap(
            instance ->
                engine
                    .getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance)
                    .list()
                    .stream())
        .filter(job -> ((JobEntity) job).getJobHandlerConfigurationRaw().equals(fire.timer()))
        .map(Job::getId)
        .findFirst();
  }

  /** The task that stands where that of the play stood. */
  private Optional<String> task(String receiptNo, String played) {
    String known = tasks.get(played);
    if (known == null) {
      known = replay.next(receiptNo, score.places().get(played));
      tasks.put(played, known);
    }
    return Optional.ofNullable(known);
  }
}
