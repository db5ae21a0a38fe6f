package io.onewindow.promise;

import io.onewindow.engine.FiredTimers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Timers that have fired and are gone although a clock's new instants lie ahead: without them its
 * light would stay dark for ever.
 */
@Component
class MissingTimers {

  /** One of them. */
  record Missing(StepClock clock, String jobDefinitionId) {}

  private record Waiting(String place, String jobDefinitionId) {}

  private final TimerPlaces places;
  private final FiredTimers fired;
  private final RuntimeService runtime;

  MissingTimers(TimerPlaces places, FiredTimers fired, RuntimeService runtime) {
    this.places = places;
    this.fired = fired;
    this.runtime = runtime;
  }

  /**
   * @param waiting the timers there are
   */
  List<Missing> of(Collection<ClockPoints> clocks, Collection<Job> waiting, Instant now) {
    Set<Waiting> there = new HashSet<>();
    waiting.forEach(job -> there.add(new Waiting(places.key(job), job.getJobDefinitionId())));
    Map<String, String> models = models(clocks);
    List<Missing> missing = new ArrayList<>();
    for (ClockPoints points : clocks) {
      StepClock clock = points.clock();
      places
          .declared(models.get(clock.calledInstanceId()), clock.activityId())
          .forEach(
              (timer, point) -> {
                boolean waits = there.contains(new Waiting(TimerPlaces.key(clock), timer));
                if (!waits && points.isAhead(point, now)) {
                  missing.add(new Missing(clock, timer));
                }
              });
    }
    return missing;
  }

  /**
   * @return id of the job that waits now
   */
  String setAgain(Missing timer) {
    StepClock clock = timer.clock();
    return fired.setAgain(clock.executionId(), clock.activityId(), timer.jobDefinitionId());
  }

  /** Which model each process instance runs by. */
  private Map<String, String> models(Collection<ClockPoints> clocks) {
    Set<String> instances =
        clocks.stream().map(one -> one.clock().calledInstanceId()).collect(Collectors.toSet());
    return instances.isEmpty()
        ? Map.of()
        : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
            .collect(
                Collectors.toMap(ProcessInstance::getId, ProcessInstance::getProcessDefinitionId));
  }
}
