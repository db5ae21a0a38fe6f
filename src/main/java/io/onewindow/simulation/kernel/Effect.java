package io.onewindow.simulation.kernel;

import io.onewindow.simulation.expression.Expression;
import java.util.List;

/**
 * What calling a bean stands for in a simulation, where beans are not called.
 *
 * @param sets variables it writes
 * @param answers what it returns; null for nothing
 */
public record Effect(List<Outcome> sets, Expression answers) {}
