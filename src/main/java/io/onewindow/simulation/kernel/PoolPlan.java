package io.onewindow.simulation.kernel;

/**
 * People who can do the same tasks.
 *
 * @param members places in {@link Setup#people}
 */
public record PoolPlan(String id, String name, int[] members, Discipline discipline) {}
