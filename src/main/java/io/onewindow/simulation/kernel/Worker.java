package io.onewindow.simulation.kernel;

/** One person at work; when planned, what is planned is the beginning of duty. */
final class Worker extends Happening {

  private final Replication run;
  final Person person;
  Pool[] pools;

  /** Place of the person in each of the pools. */
  int[] memberships;

  Activity task;
  long freeSince;

  Worker(Replication run, Person person) {
    this.run = run;
    this.person = person;
  }

  int membership(Pool pool) {
    for (int i = 0; i < pools.length; i++) {
      if (pools[i] == pool) {
        return memberships[i];
      }
    }
    throw new IllegalArgumentException(person.id() + " is no member of " + pool.plan.id());
  }

  @Override
  void happen() {
    run.staff.comesOnDuty(this);
  }
}
