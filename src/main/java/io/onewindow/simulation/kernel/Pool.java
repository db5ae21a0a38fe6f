package io.onewindow.simulation.kernel;

/** People who can do the same tasks, and what waits for them. */
final class Pool {

  final PoolPlan plan;
  final TaskQueue queue = new TaskQueue();
  Worker[] members;
  final PoolTally tally = new PoolTally();

  Pool(PoolPlan plan) {
    this.plan = plan;
  }

  void add(Activity task, long now) {
    tally.queued(queue.size(), now);
    queue.add(task);
    tally.longest(queue.size());
  }

  void remove(Activity task, long now) {
    tally.queued(queue.size(), now);
    queue.remove(task);
  }
}
