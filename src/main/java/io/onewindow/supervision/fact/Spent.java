package io.onewindow.supervision.fact;

/**
 * Time that a piece of work took, in milliseconds.
 *
 * @param gross by the clock on the wall
 * @param working office time
 * @param net office time outside the case's pauses
 */
public record Spent(long gross, long working, long net) {}
