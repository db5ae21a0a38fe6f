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

/** Which clock a timer belongs to and which of its points, read once from each deployed model. */
@Component
class TimerPlaces {

  /**
   * Where a timer stands.
   *
   * @param activityId element whose clock it follows
   * @param point which instant of the clock the model asks for; null for none of them
   */
  record Place(String activityId, ClockPoint point) {}

  private final ManagementService jobs;
  private final RepositoryService repository;
  private final Map<String, Map<String, Place>> places = new ConcurrentHashMap<>();

  TimerPlaces(ManagementService jobs, RepositoryService repository) {
    this.jobs = jobs;
    this.repository = repository;
  }

  /** Key of the place of a clock among those of all cases. */
  static String key(StepClock clock) {
    return key(clock.executionId(), clock.activityId());
  }

  static String key(String executionId, String activityId) {
    return executionId + '/' + activityId;
  }

  /** The same for the clock a timer follows; empty for a job no model declares. */
  String key(Job job) {
    Place place = of(job);
    return place == null ? "" : key(job.getExecutionId(), place.activityId());
  }

  /** The timer's place; null for a job no model declares. */
  Place of(Job job) {
    return job.getProcessDefinitionId() == null
        ? null
        : places(job.getProcessDefinitionId()).get(job.getJobDefinitionId());
  }

  /**
   * The timers a model declares for an element, by job definition, that go by its clock; none for
   * null.
   */
  Map<String, ClockPoint> declared(String processDefinitionId, String activityId) {
    if (processDefinitionId == null) {
      return Map.of();
    }
    Map<String, ClockPoint> declared = new HashMap<>();
    places(processDefinitionId)
        .forEach(
            (definition, place) -> {
              if (place.activityId().equals(activityId) && place.point() != null) {
                declared.put(definition, place.point());
              }
            });
    return declared;
  }

  private Map<String, Place> places(String processDefinitionId) {
    return places.computeIfAbsent(processDefinitionId, this::read);
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
      ClockPoint point = ClockPoint.askedBy(one.getJobConfiguration()).orElse(null);
      read.put(one.getId(), new Place(place, point));
    }
    return read;
  }
}
