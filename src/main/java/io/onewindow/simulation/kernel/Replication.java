package io.onewindow.simulation.kernel;

import io.onewindow.simulation.random.Draws;
import io.onewindow.simulation.random.Purpose;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One replication of a scenario: from the first arrival to the horizon or the last case's end. */
public final class Replication {

  private static final long ARRIVALS = Draws.hash("arrivals");
  private static final int LOOKS_UP = 4096;
  private static final long FIRST_OPEN = 1L << 40;

  final Setup setup;
  final Draws draws;
  final EventCalendar calendar = new EventCalendar();
  final Tally tally;
  final Tokens tokens = new Tokens(this);
  final Choices choices = new Choices(this);
  final Events events = new Events(this);
  final WorkSteps work = new WorkSteps(this);
  final Repeats repeats = new Repeats(this);
  final Timers timers = new Timers(this);
  final Clocks clocks = new Clocks(this);
  final ClockCalls clockCalls = new ClockCalls(this);
  final Bindings bindings = new Bindings(this);
  final Staff staff;
  final int nodes;
  long now;

  /** From when figures count: the arrival of the first case after the warm-up. */
  long countedFrom = Long.MAX_VALUE;

  private int opened;
  private Case oldest;
  private Case youngest;

  private Replication(Setup setup, long seed, int number, TaskLog log) {
    this.setup = setup;
    this.draws = new Draws(seed, number);
    this.now = setup.start();
    this.nodes = setup.program().nodes().size();
    this.staff = new Staff(this);
    this.tally = new Tally(this, log);
  }

  /**
   * @param number of the replication, from 0
   * @param log gets every task that is done; {@link TaskLog#NONE} for nobody
   * @param cancelled looked at now and then
   * @return what was counted, null when cancelled
   * @throws io.onewindow.problem.Problem when the scenario does not suit the model after all
   */
  public static Tally run(
      Setup setup, long seed, int number, TaskLog log, BooleanSupplier cancelled) {
    return new Replication(setup, seed, number, log).run(cancelled);
  }

  private Tally run(BooleanSupplier cancelled) {
    if (setup.open() == null) {
      calendar.plan(new Arrival(0), setup.arrivalTime().next(setup.start()));
    } else {
      setup.open().cases().forEach(one -> calendar.plan(new Begun(one), one.receivedAt()));
      calendar.plan(new Now(), setup.open().now());
    }
    for (int i = 1; !calendar.isEmpty(); i++) {
      if (i % LOOKS_UP == 0 && cancelled.getAsBoolean()) {
        return null;
      }
      if (calendar.peek().at > setup.horizon()) {
        now = setup.horizon();
        break;
      }
      Happening next = calendar.next();
      now = next.at;
      next.happen();
    }
    tally.close(oldest);
    return tally;
  }

  private final class Arrival extends Happening {

    private final int no;

    private Arrival(int no) {
      this.no = no;
    }

    @Override
    void happen() {
      if (no == setup.warmUp() && setup.open() == null) {
        countedFrom = now;
        tally.count();
      }
      if (no + 1 < setup.cases()) {
        long gap = setup.gaps().millis(draws.key(no, ARRIVALS, 0, Purpose.ARRIVAL));
        long next = setup.arrivalTime().plus(now, gap);
        calendar.plan(new Arrival(no + 1), setup.arrivalTime().next(next));
      }
      arrive(new Case(no, now, nodes));
    }
  }

  /** A case that is open when the forecast begins comes in when it did. */
  private final class Begun extends Happening {

    private final OpenCases.Begun begun;

    private Begun(OpenCases.Begun begun) {
      this.begun = begun;
    }

    @Override
    void happen() {
      // numbers of their own, so that the cases to come draw what they draw without these
      Case arriving = new Case(FIRST_OPEN + opened++, now, nodes);
      arriving.begun = begun;
      arrive(arriving);
    }
  }

  /** From here on everything is simulated and counted. */
  private final class Now extends Happening {

    @Override
    void happen() {
      countedFrom = now;
      tally.count();
      long gap = setup.gaps().millis(draws.key(FIRST_OPEN, ARRIVALS, 0, Purpose.ARRIVAL));
      long first = setup.arrivalTime().plus(setup.arrivalTime().next(now), gap);
      calendar.plan(new Arrival(0), setup.arrivalTime().next(first));
    }
  }

  private void arrive(Case arriving) {
    arriving.earlier = youngest;
    if (youngest == null) {
      oldest = arriving;
    } else {
      youngest.later = arriving;
    }
    youngest = arriving;
    tally.arrived(arriving);
    tokens.start(arriving);
  }

  void ended(Case ending) {
    List.copyOf(ending.clocks).forEach(clock -> clocks.stop(ending, clock));
    if (ending.earlier == null) {
      oldest = ending.later;
    } else {
      ending.earlier.later = ending.later;
    }
    if (ending.later == null) {
      youngest = ending.earlier;
    } else {
      ending.later.earlier = ending.earlier;
    }
    tally.ended(ending);
  }
}
