package io.onewindow.simulation.kernel;

import io.onewindow.simulation.model.Decisions;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.random.Distribution;
import io.onewindow.simulation.time.WorkingTime;
import java.util.List;
import java.util.Map;

/**
 * All that replications of one scenario share; immutable. Lists and arrays "by node" have the place
 * {@link io.onewindow.simulation.model.Node#index}.
 *
 * @param start first instant, milliseconds
 * @param horizon the instant at which the run stops; {@link Long#MAX_VALUE} when it runs until the
 *     last case has ended
 * @param cases how many cases come
 * @param warmUp how many of the first cases are left out of the figures
 * @param stations by node; null where an element takes no time
 * @param shares of a gateway's flows by node; null where the model's conditions decide
 * @param outcomes variables that an element sets, by node
 * @param effects what beans do, by {@code bean}, {@code bean.method} or, where the last argument
 *     decides, {@code bean.method(argument)}
 * @param pauses by node; null for none
 * @param jurisdiction variable of every case; null for none
 * @param limits null when the scenario has no jurisdiction and so no promise
 * @param office the hall's office hours, to tell waiting from off-hours; null when open all the
 *     time
 * @param returns place of the task in which the applicant supplements; -1 for none
 * @param finishes whether work once begun goes on past the end of duty
 * @param open cases that are there already; null for an empty hall
 */
public record Setup(
    Program program,
    Decisions decisions,
    long start,
    long horizon,
    int cases,
    int warmUp,
    Distribution gaps,
    WorkingTime arrivalTime,
    Station[] stations,
    double[][] shares,
    Outcome[][] outcomes,
    Map<String, Effect> effects,
    PausePlan[] pauses,
    List<Person> people,
    List<PoolPlan> pools,
    String jurisdiction,
    Limits limits,
    WorkingTime office,
    int returns,
    boolean finishes,
    OpenCases open) {

  /** The same with the first cases only. */
  public Setup pilot(int most) {
    return new Setup(
        program,
        decisions,
        start,
        horizon,
        Math.min(cases, most),
        0,
        gaps,
        arrivalTime,
        stations,
        shares,
        outcomes,
        effects,
        pauses,
        people,
        pools,
        jurisdiction,
        limits,
        office,
        returns,
        finishes,
        open);
  }
}
