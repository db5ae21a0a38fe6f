package io.onewindow.simulation.model;

import io.onewindow.simulation.expression.Expression;

/**
 * A task listener that a timer calls while the task is open.
 *
 * @param call what it does
 */
public record Reminder(String id, Timer timer, Expression call) {}
