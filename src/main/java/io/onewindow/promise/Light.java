package io.onewindow.promise;

/** How a clock stands: green, amber before the limit, red once it has passed. */
public enum Light {
  GREEN,
  AMBER,
  RED
}
