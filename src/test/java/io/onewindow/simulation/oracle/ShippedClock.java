package io.onewindow.simulation.oracle;

import io.onewindow.problem.Problem;
import io.onewindow.simulation.kernel.Limits;
import io.onewindow.simulation.kernel.Setup;
import io.onewindow.simulation.scenario.Scenario;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The promise clock for an engine that has nothing of ours: dates by the limits of a scenario. */
public final class ShippedClock {

  Limits limits;

  public Date due(DelegateExecution execution, String step) {
    return new Date(now(step).due());
  }

  public Date warning(DelegateExecution execution, String step) {
    return new Date(now(step).warning());
  }

  public Date reminder(DelegateExecution execution, String step) {
    return new Date(now(step).reminder());
  }

  private Limits.Instants now(String step) {
    return limits.plan(null, step, null, ClockUtil.getCurrentTime().getTime(), null);
  }

  public void amber(DelegateTask task) {
    // a light moves no token
  }

  public void remind(DelegateTask task) {
    // a light moves no token
  }

  public void overdue(DelegateExecution execution, String step) {
    // a light moves no token
  }

  public void stop(DelegateExecution execution) {
    // nothing is asked of it afterwards
  }

  /** The scenario with nobody waiting for office hours, and a limit for every step. */
  static Setup infinite(Scenario scenario) {
    Setup of = scenario.setup();
    return new Setup(
        of.program(),
        of.decisions(),
        of.start(),
        of.horizon(),
        of.cases(),
        of.warmUp(),
        of.gaps(),
        of.arrivalTime(),
        of.stations(),
        of.shares(),
        of.outcomes(),
        of.effects(),
        of.pauses(),
        of.people(),
        of.pools(),
        of.jurisdiction(),
        new ForEveryStep(of.limits(), of.program().process().id()),
        null,
        -1,
        of.finishes(),
        of.open());
  }

  /**
   * The limits of the case's own service also for what it calls: the engine's side does not know
   * which that is. Where no plan and no internal table limits a step of a category not drawn:
   * eleven days.
   */
  private record ForEveryStep(Limits published, String ofCase) implements Limits {

    private static final long DAY = 86_400_000;

    @Override
    public Instants plan(
        String service, String step, String category, long start, Instants wholeCase) {
      try {
        return published.plan(ofCase, step, category, start, null);
      } catch (Problem unlimited) {
        return new Instants(
            start, start + 5 * DAY, start + 10 * DAY, start + 11 * DAY, null, false, false, null);
      }
    }

    @Override
    public Instants resumed(Instants instants, long paused, long resumed, Instants wholeCase) {
      throw new UnsupportedOperationException("nothing pauses");
    }
  }
}
