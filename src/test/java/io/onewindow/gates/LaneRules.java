package io.onewindow.gates;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A lane promises that the work in it is that department's: its tasks must go there. */
final class LaneRules {

  private LaneRules() {}

  static Stream<String> violations(BpmnFile file, Surroundings known) {
    return file.all(Lane.class).stream()
        .filter(lane -> lane.getChildLaneSet() == null)
        .flatMap(
            lane ->
                lane.getFlowNodeRefs().stream()
                    .filter(UserTask.class::isInstance)
                    .map(UserTask.class::cast)
                    .filter(task -> !belongs(task, lane, known))
                    .map(
                        task ->
                            task.getId()
                                + ": stands in the lane "
                                + lane.getName()
                                + " but is offered to "
                                + task.getCamundaCandidateGroups()));
  }

  /** A plan may print 行政审批局 where the county's own name is 县行政审批局. */
  private static boolean belongs(UserTask task, Lane lane, Surroundings known) {
    String label = String.valueOf(lane.getName()).strip();
    return !label.isEmpty()
        && task.getCamundaCandidateGroupsList().stream()
            .map(String::strip)
            .flatMap(group -> known.namesOf(group).stream())
            .anyMatch(name -> name.contains(label) || label.contains(name));
  }
}
