package io.onewindow.simulation.kernel;

import io.onewindow.simulation.kernel.Activity.State;
import io.onewindow.simulation.kernel.Case.Spent;
import io.onewindow.simulation.random.Draws;
import io.onewindow.simulation.random.Purpose;
import io.onewindow.simulation.time.WorkingTime;
import java.util.ArrayList;
import java.util.List;

/** Gives tasks to people: who is on duty and free longest takes the queue's next. */
final class Staff {

  private final Replication run;
  final Pool[] pools;
  final Worker[] workers;
  private long order;

  Staff(Replication run) {
    this.run = run;
    this.workers =
        run.setup.people().stream().map(one -> new Worker(run, one)).toArray(Worker[]::new);
    this.pools = run.setup.pools().stream().map(Pool::new).toArray(Pool[]::new);
    List<List<Pool>> ofWorker = new ArrayList<>();
    List<List<Integer>> places = new ArrayList<>();
    for (int i = 0; i < workers.length; i++) {
      ofWorker.add(new ArrayList<>());
      places.add(new ArrayList<>());
    }
    for (Pool pool : pools) {
      int[] members = pool.plan.members();
      pool.members = new Worker[members.length];
      pool.tally.begin(run.setup.start());
      for (int i = 0; i < members.length; i++) {
        pool.members[i] = workers[members[i]];
        ofWorker.get(members[i]).add(pool);
        places.get(members[i]).add(i);
      }
    }
    for (int i = 0; i < workers.length; i++) {
      workers[i].pools = ofWorker.get(i).toArray(Pool[]::new);
      workers[i].memberships = places.get(i).stream().mapToInt(Integer::intValue).toArray();
      workers[i].freeSince = run.setup.start();
    }
  }

  /** A task is there to be done. */
  void enable(Activity task) {
    enable(task, run.now);
  }

  /** The same for a task that has been there for a while. */
  void enable(Activity task, long since) {
    task.enabledAt = since;
    task.state = State.QUEUED;
    task.ofCase().change(run.now, run.setup.office(), Spent.QUEUE, 1);
    Pool pool = pool(task);
    if (pool.plan.discipline() == Discipline.MORNING_BATCH) {
      run.calendar.plan(task, nextMorning(pool));
    } else {
      queue(task);
    }
  }

  /** The task is taken at once or waits. */
  void queue(Activity task) {
    Pool pool = pool(task);
    task.queueOrder = order++;
    task.queuedAt = run.now;
    Worker free = free(pool);
    if (free != null) {
      start(free, task);
      return;
    }
    task.queueKey = key(pool.plan.discipline(), task);
    pool.add(task, run.now);
    for (Worker one : pool.members) {
      awaitDuty(one);
    }
  }

  private long key(Discipline discipline, Activity task) {
    return switch (discipline) {
      case EARLIEST_PROMISE -> task.due;
      case PRIORITY -> -task.priority;
      case RANDOM ->
          run.draws.key(task.ofCase().no, task.node.hash(), task.visit, Purpose.QUEUE) >>> 1;
      default -> task.enabledAt;
    };
  }

  private Worker free(Pool pool) {
    Worker found = null;
    for (Worker one : pool.members) {
      if (one.task == null
          && (found == null || one.freeSince < found.freeSince)
          && one.person.duty().next(run.now) == run.now) {
        found = one;
      }
    }
    return found;
  }

  private void start(Worker worker, Activity task) {
    Pool pool = pool(task);
    pool.tally.waited(run.now - task.queuedAt);
    task.state = State.IN_SERVICE;
    task.startedAt = run.now;
    task.worker = worker;
    worker.task = task;
    Case ofCase = task.ofCase();
    ofCase.change(run.now, run.setup.office(), Spent.QUEUE, -1);
    ofCase.change(run.now, run.setup.office(), Spent.WORK, 1);
    long key = run.draws.key(ofCase.no, task.node.hash(), task.visit, Purpose.DURATION);
    run.tally.drawn(ofCase, task.node, Draws.uniform(key));
    Station station = run.setup.stations()[task.node.index()];
    task.length = station.durationOf(worker.membership(pool)).millis(key);
    long end =
        run.setup.finishes()
            ? run.now + task.length
            : worker.person.duty().plus(run.now, task.length);
    run.calendar.plan(task, end);
  }

  /** The work is done. */
  void finish(Activity task) {
    Worker worker = task.worker;
    release(worker, task);
    run.work.done(task);
    if (worker.task == null) {
      seekWork(worker);
    }
  }

  /** The task is no longer to be done. */
  void withdraw(Activity task) {
    if (task.state == State.QUEUED) {
      Pool pool = pool(task);
      if (task.isPlanned()) {
        run.calendar.remove(task);
      } else {
        pool.remove(task, run.now);
        pool.tally.stillWaiting(run.now - task.queuedAt);
      }
      task.ofCase().change(run.now, run.setup.office(), Spent.QUEUE, -1);
    } else {
      run.calendar.remove(task);
      Worker worker = task.worker;
      release(worker, task);
      seekWork(worker);
    }
  }

  private void release(Worker worker, Activity task) {
    worker.task = null;
    worker.freeSince = run.now;
    WorkingTime duty = worker.person.duty();
    long from = Math.max(task.startedAt, run.countedFrom);
    long whole = Math.max(0, run.now - from);
    long onDuty = whole == 0 ? 0 : duty.between(from, run.now);
    pool(task).tally.worked(onDuty, run.setup.finishes() ? whole - onDuty : 0);
    task.ofCase().change(run.now, run.setup.office(), Spent.WORK, -1);
  }

  void comesOnDuty(Worker worker) {
    if (worker.task == null) {
      seekWork(worker);
    }
  }

  private void seekWork(Worker worker) {
    Pool next = null;
    for (Pool pool : worker.pools) {
      Activity head = pool.queue.peek();
      if (head != null && (next == null || isBefore(pool, next))) {
        next = pool;
      }
    }
    if (next == null) {
      return;
    }
    if (worker.person.duty().next(run.now) != run.now) {
      awaitDuty(worker);
      return;
    }
    Activity task = next.queue.peek();
    next.remove(task, run.now);
    start(worker, task);
  }

  /** Pools of one discipline compare by it; otherwise who came first. */
  private static boolean isBefore(Pool one, Pool other) {
    Activity first = one.queue.peek();
    Activity second = other.queue.peek();
    return one.plan.discipline() == other.plan.discipline()
        ? TaskQueue.precedes(first, second)
        : first.enabledAt < second.enabledAt;
  }

  private void awaitDuty(Worker worker) {
    if (worker.task == null && !worker.isPlanned()) {
      long opening = worker.person.duty().next(run.now);
      if (opening > run.now) {
        run.calendar.plan(worker, opening);
      }
    }
  }

  private long nextMorning(Pool pool) {
    long day = 24L * 3_600_000;
    long shanghai = 8L * 3_600_000;
    long midnight = (Math.floorDiv(run.now + shanghai, day) + 1) * day - shanghai;
    long earliest = Long.MAX_VALUE;
    for (Worker one : pool.members) {
      earliest = Math.min(earliest, one.person.duty().next(midnight));
    }
    return earliest;
  }

  /** A light has changed how urgent the task is. */
  void prioritise(Activity task, int priority) {
    task.priority = priority;
    Pool pool = task.queuePlace < 0 ? null : pool(task);
    if (pool != null && pool.plan.discipline() == Discipline.PRIORITY) {
      pool.queue.remove(task);
      task.queueKey = -priority;
      pool.queue.add(task);
    }
  }

  private Pool pool(Activity task) {
    return pools[run.setup.stations()[task.node.index()].pool()];
  }
}
