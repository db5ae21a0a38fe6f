package io.onewindow.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What people are going to do, the earliest first; at one instant, as it was entered. */
public final class Agenda {

  /** Something somebody does at that instant. */
  public record Entry(Instant at, long number, Runnable deed) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
  private long entered;

  public void add(Instant at, Runnable deed) {
    entries.add(new Entry(at, entered++, deed));
  }

  /** When the next entry is; empty when there is none. */
  public Optional<Instant> next() {
    return Optional.ofNullable(entries.peek()).map(Entry::at);
  }

  /** Takes the next entry off. */
  public Entry take() {
    return entries.remove();
  }
}
