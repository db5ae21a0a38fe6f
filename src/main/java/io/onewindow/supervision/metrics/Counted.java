package io.onewindow.supervision.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Remembers a figure for a while, so that many gauges cost one question. */
final class Counted<T> implements Supplier<T> {

  private final Supplier<T> question;
  private final long keptFor;
  private final LongSupplier nanoTime;

  private T answer;
  private long askedAt;

  Counted(Supplier<T> question, Duration keptFor, LongSupplier nanoTime) {
    this.question = question;
    this.keptFor = keptFor.toNanos();
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized T get() {
    if (answer == null || nanoTime.getAsLong() - askedAt >= keptFor) {
      answer = question.get();
      askedAt = nanoTime.getAsLong();
    }
    return answer;
  }
}
