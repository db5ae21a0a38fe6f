package io.onewindow.supervision.history;

import java.time.Instant;

/**
 * A time in which clocks of a case stood still.
 *
 * @param to null while it lasts
 */
public record PastPause(Instant from, Instant to) {}
