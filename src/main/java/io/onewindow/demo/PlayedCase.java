package io.onewindow.demo;

import java.util.HashMap;
import java.util.Map;

/** A case of the play: what its forms are filled in with, and how often each task came up. */
final class PlayedCase {

  private final long number;
  private final String service;
  private final Invention invention;
  private final Map<String, Integer> turns = new HashMap<>();

  PlayedCase(long number, String service, Invention invention) {
    this.number = number;
    this.service = service;
    this.invention = invention;
  }

  long number() {
    return number;
  }

  String service() {
    return service;
  }

  Invention invention() {
    return invention;
  }

  /** Counts a task of that kind; 1 for the first. */
  int turn(String task) {
    return turns.merge(task, 1, Integer::sum);
  }
}
