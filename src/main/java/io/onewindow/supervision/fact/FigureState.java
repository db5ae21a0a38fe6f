package io.onewindow.supervision.fact;

/**
 * How far the figures follow what happened.
 *
 * @param done cases counted again from the beginning, while that goes on
 * @param total cases to count again
 * @param different facts and sums that the last count from the beginning found to be otherwise
 * @param behind process instances in which something happened that is not taken in yet
 */
public record FigureState(boolean rebuilding, int done, int total, int different, int behind) {}
