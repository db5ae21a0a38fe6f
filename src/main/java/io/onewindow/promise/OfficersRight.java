package io.onewindow.promise;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may stop, restart and extend the clocks of a case: by function, in the own jurisdiction. */
@Component
class OfficersRight {

  private static final Set<String> MAY_PAUSE = Set.of("approval", "leader");
  private static final Set<String> HEADS =
      Set.of(Handling.SINGLE.approvers(), Handling.JOINT.approvers());

  private final Callers callers;

  OfficersRight(Callers callers) {
    this.callers = callers;
  }

  boolean mayPause(Collection<StepClock> clocks) {
    return may(MAY_PAUSE, clocks);
  }

  boolean mayExtend(Collection<StepClock> clocks, Statute law) {
    return may(Set.of(law.handling().approvers()), clocks);
  }

  /**
   * @return user id of the person who pauses or resumes
   * @throws Problem 403 for somebody who may not
   */
  String toPause(Collection<StepClock> clocks) {
    return actor(mayPause(clocks), "停表和恢复计时须由本辖区行政审批部门办理。");
  }

  /**
   * @param law what allows the extension; empty when nothing does, which heads may learn
   * @return user id of the person who extends
   * @throws Problem 403 for somebody who may not
   */
  String toExtend(Collection<StepClock> clocks, Optional<Statute> law) {
    return law.map(one -> actor(mayExtend(clocks, one), "延期须经" + one.extensionBy() + "批准。"))
        .orElseGet(() -> actor(may(HEADS, clocks), "延期须经法律规定的负责人批准。"));
  }

  private boolean may(Set<String> groups, Collection<StepClock> clocks) {
    return callers
        .current()
        .filter(caller -> caller.groups().stream().anyMatch(groups::contains))
        .filter(caller -> clocks.stream().allMatch(clock -> caller.worksFor(clock.jurisdiction())))
        .isPresent();
  }

  private String actor(boolean allowed, String refusal) {
    return callers
        .current()
        .filter(caller -> allowed)
        .map(Caller::id)
        .orElseThrow(() -> Problem.forbidden("not-your-act", refusal));
  }
}
