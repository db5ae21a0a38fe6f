package io.onewindow.simulation.scenario;

import io.onewindow.calendar.OutsideCalendarException;
import io.onewindow.problem.Problem;
import io.onewindow.promise.Basis;
import io.onewindow.promise.LaboratoryClock;
import io.onewindow.promise.StepClock;
import io.onewindow.simulation.Refusal;
import io.onewindow.simulation.kernel.Limits;
import java.time.Instant;

/** Production's clock on the kernel's line of milliseconds. */
final class ProductionLimits implements Limits {

  private final LaboratoryClock clock;

  ProductionLimits(LaboratoryClock clock) {
    this.clock = clock;
  }

  @Override
  public Instants plan(
      String service, String step, String category, long start, Instants wholeCase) {
    try {
      return instants(
          clock
              .start(service, step, category, Instant.ofEpochMilli(start), origin(wholeCase))
              .orElseThrow(
                  () ->
                      Refusal.at(
                          "步骤 " + step,
                          "承诺时限表和内部时限表都没有事项 " + service + " 这一步的时限，请在 approval.limits 中给出")));
    } catch (OutsideCalendarException beyond) {
      throw beyond(beyond);
    }
  }

  @Override
  public Instants resumed(Instants instants, long paused, long resumed, Instants wholeCase) {
    try {
      return instants(
          clock.resumed(
              origin(instants),
              Instant.ofEpochMilli(paused),
              Instant.ofEpochMilli(resumed),
              origin(wholeCase)));
    } catch (OutsideCalendarException beyond) {
      throw beyond(beyond);
    }
  }

  private static Problem beyond(OutsideCalendarException beyond) {
    return Refusal.at(
        "工作日历",
        beyond.getMessage().replaceFirst("。$", "")
            + " 仿真还没有结束就走到了日历之外：有办件老也办不完（请检查退回率和各种结果的比例），"
            + "或办件太多、时间太长（请减少 approval.cases 或缩短 approval.horizon）");
  }

  private Instants instants(StepClock planned) {
    return new Instants(
        planned.effectiveFrom().toEpochMilli(),
        clock.reminder(planned).toEpochMilli(),
        planned.warningAt().toEpochMilli(),
        planned.dueAt().toEpochMilli(),
        planned.promiseId(),
        planned.basis() == Basis.CASE,
        clock.isPausable(planned),
        planned);
  }

  private static StepClock origin(Instants instants) {
    return instants == null ? null : (StepClock) instants.origin();
  }
}
