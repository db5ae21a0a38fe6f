package io.onewindow.simulation.model;

import io.onewindow.simulation.expression.Expression;

/**
 * A multi-instance activity.
 *
 * @param cardinality how many; null where a collection says so
 * @param collection what for; null where the cardinality says how many
 * @param elementVariable variable of the single element; null for none
 * @param completion when the rest is cancelled; null for never
 */
public record Repetition(
    boolean sequential,
    Expression cardinality,
    Expression collection,
    String elementVariable,
    Expression completion) {}
