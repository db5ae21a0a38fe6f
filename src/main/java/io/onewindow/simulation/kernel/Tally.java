package io.onewindow.simulation.kernel;

import io.onewindow.simulation.kernel.Case.Spent;
import io.onewindow.simulation.model.Flow;
import io.onewindow.simulation.model.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one replication counts while it runs. Figures leave the warm-up out; the invariants hold for
 * the whole run.
 */
public final class Tally {

  private static final long WEEK = 7L * 24 * 3_600_000;

  private final Replication run;
  private final Setup setup;
  private final TaskLog log;
  private final CaseTally cases = new CaseTally();
  private final NodeTally[] nodes;
  private final long[] flows;
  private final long[] joins;
  private final long[] events;
  private final Map<String, StepTally> steps = new TreeMap<>();
  private final Independence independence;
  private boolean isCounting;
  private long from;
  private long until;

  Tally(Replication run, TaskLog log) {
    this.run = run;
    this.setup = run.setup;
    this.log = log;
    this.nodes = new NodeTally[run.nodes];
    this.flows = new long[setup.program().flows()];
    this.joins = new long[setup.program().flows()];
    this.events = new long[run.nodes];
    this.independence = new Independence(setup);
    cases.begin(setup.start());
  }

  /** The warm-up is over. */
  void count() {
    isCounting = true;
    from = run.now;
    cases.count(run.now);
    for (Pool pool : run.staff.pools) {
      pool.tally.reset(pool.queue.size(), run.now);
    }
  }

  void arrived(Case arriving) {
    cases.arrived(run.now, counts(arriving));
  }

  private boolean counts(Case one) {
    return one.no >= setup.warmUp();
  }

  void flow(Flow flow) {
    if (isCounting) {
      flows[flow.index()]++;
    }
  }

  /** The last flow has come to a join. */
  void joined(Flow last) {
    if (isCounting) {
      joins[last.index()]++;
    }
  }

  void fired(Node event) {
    if (isCounting) {
      events[event.index()]++;
    }
  }

  void ended(Node end) {
    fired(end);
  }

  void drawn(Case ofCase, Node node, double uniform) {
    independence.drawn(ofCase, node, uniform);
  }

  void done(Activity task) {
    if (setup.stations()[task.node.index()] == null) {
      return;
    }
    if (counts(task.ofCase()) && task.done == null) {
      of(task.node).done(task.enabledAt, task.startedAt, run.now, task.length);
    }
    Person by = task.worker == null ? null : task.worker.person;
    log.done(task.ofCase().no, task.node, task.enabledAt, task.startedAt, run.now, by);
  }

  /** An element has been left; the body of a multi-instance activity is none of its own. */
  void left(Activity activity, boolean isCancelled) {
    if (activity.isInstance || activity.node.repetition() == null) {
      log.left(activity.ofCase().no, activity.node, activity.cameAt, run.now, isCancelled);
    }
  }

  /** What takes no time has happened. */
  void passed(Scope scope, Node node) {
    log.left(scope.ofCase.no, node, run.now, run.now, false);
  }

  void cancelled(Activity task) {
    if (counts(task.ofCase())) {
      of(task.node).cancel();
    }
  }

  private NodeTally of(Node node) {
    NodeTally known = nodes[node.index()];
    if (known == null) {
      known = new NodeTally();
      nodes[node.index()] = known;
    }
    return known;
  }

  void ended(Case ended) {
    ended.count(run.now, setup.office());
    independence.ended(ended);
    tell(ended.ended, ended);
    log.ended(ended.no, run.now, ended.variables::all);
    boolean counted = counts(ended);
    cases.ended(run.now, ended, counted, setup.office());
    if (counted) {
      returned(ended);
      clocks(ended.ended, ended);
      clocks(ended.clocks, ended);
    }
  }

  private void tell(List<ClockRun> clocks, Case ofCase) {
    for (ClockRun one : clocks) {
      log.clock(
          ofCase.no,
          one.step,
          one.startedAt,
          one.instants.due(),
          one.stoppedAt,
          one.isLate(run.now));
    }
  }

  private void returned(Case one) {
    int visits = setup.returns() < 0 ? 0 : one.visits[setup.returns()];
    cases.returned(visits);
  }

  private void clocks(List<ClockRun> clocks, Case ofCase) {
    for (ClockRun clock : clocks) {
      StepTally step =
          steps.computeIfAbsent(clock.step, any -> new StepTally(clock.instants.promiseId()));
      boolean late = clock.isLate(run.now);
      step.clock(late, clock.isRunning());
      long end = clock.isRunning() ? run.now : clock.stoppedAt;
      if (!clock.isRunning()) {
        step.margin(office(end, clock.instants.due()));
        step.took(Math.max(0, office(clock.instants.effective(), end) - clock.pausedFor));
      }
      light(step, clock.instants.warning(), end, 0);
      if (late) {
        light(step, clock.instants.due(), end, 1);
      }
    }
  }

  private void light(StepTally step, long at, long end, int which) {
    if (at <= end) {
      step.light((int) (Math.max(0, at - setup.start()) / WEEK), which);
    }
  }

  private long office(long begin, long end) {
    return setup.office() == null ? end - begin : setup.office().between(begin, end);
  }

  /** Cases that are still open count too: as open, or as late when their limit has passed. */
  void close(Case oldest) {
    until = run.now;
    for (Case one = oldest; one != null; one = one.later) {
      one.count(run.now, setup.office());
      tell(one.ended, one);
      tell(one.clocks, one);
      boolean counted = counts(one);
      cases.open(run.now, one, counted);
      if (counted) {
        returned(one);
        clocks(one.ended, one);
        clocks(one.clocks, one);
      }
    }
    cases.close(run.now);
    for (Worker worker : run.staff.workers) {
      closeWorker(worker);
    }
    for (Pool pool : run.staff.pools) {
      closePool(pool);
    }
  }

  private void closeWorker(Worker worker) {
    if (worker.task != null && run.now > from) {
      Pool pool = run.staff.pools[setup.stations()[worker.task.node.index()].pool()];
      long begin = Math.max(worker.task.startedAt, from);
      pool.tally.worked(worker.person.duty().between(begin, run.now), 0);
    }
  }

  private void closePool(Pool pool) {
    pool.tally.queued(pool.queue.size(), run.now);
    while (pool.queue.size() > 0) {
      Activity waiting = pool.queue.peek();
      pool.tally.stillWaiting(run.now - waiting.queuedAt);
      pool.queue.remove(waiting);
    }
    if (run.now > from) {
      for (Worker worker : pool.members) {
        pool.tally.hasCapacity(worker.person.duty().between(from, run.now));
      }
    }
  }

  public CaseTally cases() {
    return cases;
  }

  /** What was counted of an element, null when nothing was. */
  public NodeTally node(Node node) {
    return nodes[node.index()];
  }

  /** How often a flow was taken. */
  public long taken(Flow flow) {
    return flows[flow.index()];
  }

  /** How often this flow was the last one to come to its join. */
  public long cameLast(Flow flow) {
    return joins[flow.index()];
  }

  /** How often an event happened. */
  public long happened(Node event) {
    return events[event.index()];
  }

  public Map<String, StepTally> steps() {
    return steps;
  }

  public PoolTally pool(int number) {
    return run.staff.pools[number].tally;
  }

  /** From the end of the warm-up to the end of the run, in milliseconds. */
  public long length() {
    return until - from;
  }

  public long until() {
    return until;
  }

  /** The strongest correlation between draws of neighbouring tasks, in standard errors. */
  public double strongestCorrelation() {
    return independence.strongest();
  }

  /** Whether tokens, Little's law and independence hold; a kernel that breaks one is wrong. */
  public List<String> brokenInvariants() {
    List<String> broken = new ArrayList<>();
    if (!cases.keepsLittlesLaw()) {
      broken.add("Little 定律（办件）");
    }
    for (Pool pool : run.staff.pools) {
      if (!pool.tally.keepsLittlesLaw()) {
        broken.add("Little 定律（" + pool.plan.name() + "）");
      }
      if (!setup.finishes() && pool.tally.utilisation() > 1) {
        broken.add("利用率（" + pool.plan.name() + "）");
      }
    }
    if (!cases.keepsTokens()) {
      broken.add("令牌守恒");
    }
    if (!independence.holds()) {
      broken.add("随机数独立");
    }
    return broken;
  }

  /** Case time by what it was spent on, in the order of {@link #SPENT}. */
  public static final List<String> SPENT = Arrays.stream(Spent.values()).map(Enum::name).toList();
}
