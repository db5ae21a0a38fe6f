package io.onewindow.promise;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.springframework.stereotype.Component;

/** Which clock a timer belongs to, read once from each deployed model. */
@Component
class TimerPlaces {

  /**
   * Where a timer stands.
   *
   * @param activityId element whose clock it follows
   * @param isAmber whether it fires at the clock's warning instead of its due instant
   */
  record Place(String activityId, boolean isAmber) {}

  private final ManagementService jobs;
  private final RepositoryService repository;
  private final Map<String, Map<String, Place>> places = new ConcurrentHashMap<>();

  TimerPlaces(ManagementService jobs, RepositoryService repository) {
    this.jobs = jobs;
    this.repository = repository;
  }

  /** Key of the place of a clock among those of all cases. */
  static String key(String processInstanceId, String activityId) {
    return processInstanceId + '/' + activityId;
  }

  /** The timer's place; null for a job no model declares. */
  Place of(Job job) {
    return job.getProcessDefinitionId() == null
        ? null
        : places
            .computeIfAbsent(job.getProcessDefinitionId(), this::read)
            .get(job.getJobDefinitionId());
  }

  private Map<String, Place> read(String processDefinitionId) {
    Map<String, String> borders = new HashMap<>();
    repository
        .getBpmnModelInstance(processDefinitionId)
        .getModelElementsByType(BoundaryEvent.class)
        .forEach(event -> borders.put(event.getId(), event.getAttachedTo().getId()));
    Map<String, Place> read = new HashMap<>();
    for (JobDefinition one :
        jobs.createJobDefinitionQuery().processDefinitionId(processDefinitionId).list()) {
      String place = borders.getOrDefault(one.getActivityId(), one.getActivityId());
      boolean isAmber = one.getJobType().equals("timer-task-listener");
      read.put(one.getId(), new Place(place, isAmber));
    }
    return read;
  }
}
