package io.onewindow.simulation.model;

import io.onewindow.simulation.expression.Expression;

/**
 * A variable that gets a value.
 *
 * @param variable null for all variables of the source
 */
public record Assignment(String variable, Expression value) {}
