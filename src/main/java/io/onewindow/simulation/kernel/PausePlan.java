package io.onewindow.simulation.kernel;

import io.onewindow.simulation.random.Distribution;

/**
 * A special procedure that stops the clocks of some cases before work on a task begins.
 *
 * @param share of the cases that come to the task
 */
public record PausePlan(double share, Distribution length) {}
