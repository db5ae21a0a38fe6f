package io.onewindow.engine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells that an expression has reached what it must not. */
public final class Canary {

  static final AtomicInteger TOUCHED = new AtomicInteger();

  private final boolean planted;

  /** What an expression does that makes one of a class it names. */
  public Canary() {
    this(false);
    TOUCHED.incrementAndGet();
  }

  private Canary(boolean planted) {
    this.planted = planted;
  }

  /** One that a variable holds. */
  static Canary planted() {
    return new Canary(true);
  }

  /** All that is kept of it. */
  public boolean isPlanted() {
    return planted;
  }

  /** What an expression does that goes on from the variable. */
  @JsonIgnore
  public boolean isTouched() {
    TOUCHED.incrementAndGet();
    return planted;
  }
}
