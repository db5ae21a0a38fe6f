package io.onewindow.demo;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has happened in a play so far; written by the player, read by whoever watches. */
final class Tally {

  private volatile Instant at;
  private volatile int cases;
  private volatile int steps;
  private final List<String> refusals = new CopyOnWriteArrayList<>();

  Tally(Instant from) {
    this.at = from;
  }

  void at(Instant now) {
    at = now;
  }

  void caseCame() {
    cases = cases + 1;
  }

  void done() {
    steps = steps + 1;
  }

  void refused(String why) {
    refusals.add(why);
  }

  /** The instant that is played. */
  Instant at() {
    return at;
  }

  int cases() {
    return cases;
  }

  /** Everything that was done: forms submitted, tasks claimed, timers fired. */
  int steps() {
    return steps;
  }

  /** Why each step that was refused was. */
  List<String> refusals() {
    return refusals;
  }
}
