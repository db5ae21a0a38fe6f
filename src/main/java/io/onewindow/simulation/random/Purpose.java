package io.onewindow.simulation.random;

/** What a draw is for. The order is part of every seed's meaning: append only. */
public enum Purpose {
  ARRIVAL,
  DURATION,
  DELAY,
  BRANCH,
  OUTCOME,
  QUEUE,
  PAUSE,
  PAUSE_LENGTH,
  LYING
}
