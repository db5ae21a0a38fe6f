package io.onewindow.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Clerks at work, each in a closed loop: one thing after the other, with a moment between. */
public final class Clerks implements AutoCloseable {

  /** What is applied for, the first the most often. */
  private static final List<String> SERVICES =
      List.of(
          "company-registration",
          "company-registration",
          "company-registration",
          "low-voltage-power",
          "drainage-connection");

  private static final String WINDOW = "window";
  private static final double STARTS = 0.25;

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean working = true;

  /**
   * @param seed of all chance here; the same clerks then want the same in the same order
   * @param moment how long a clerk pauses between two things, on average
   */
  public Clerks(List<Person> people, Switchboard nodes, Ledger ledger, long seed, Duration moment) {
    Papers papers = new Papers(SERVICES, seed);
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      Random chance = new Random(seed * 1_000_003 + i);
      double starts = person.group().equals(WINDOW) ? STARTS : 0;
      Clerk clerk = new Clerk(person, nodes, ledger, papers, chance, starts);
      threads.add(new Thread(() -> loop(clerk, chance, moment.toNanos()), person.id()));
    }
  }

  public Clerks start() {
    threads.forEach(Thread::start);
    return this;
  }

  private void loop(Clerk clerk, Random chance, long moment) {
    try {
      while (working) {
        clerk.act();
        LockSupport.parkNanos((long) (moment * 2 * chance.nextDouble()));
      }
    } catch (RuntimeException | AssertionError broken) {
      failure.compareAndSet(null, broken);
    }
  }

  /** Everybody stops at once, whatever is begun. */
  void leave() {
    working = false;
    threads.forEach(Thread::interrupt);
  }

  /**
   * Lets everybody finish what is begun.
   *
   * @throws AssertionError when a clerk could not go on
   */
  @Override
  public void close() {
    working = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stopped);
      }
    }
    if (failure.get() != null) {
      throw new AssertionError("a clerk could not go on", failure.get());
    }
  }
}
