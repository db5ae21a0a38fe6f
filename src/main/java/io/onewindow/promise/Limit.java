package io.onewindow.promise;

import io.onewindow.calendar.Term;

/**
 * The answer of the decision {@code promised-limit} for one step in one jurisdiction.
 *
 * @param category for which cases; null for all
 * @param jurisdiction for whom the limit holds
 * @param promise null where no plan gives a number
 * @param inheritedFrom the city whose promise this is, null when the jurisdiction's own
 * @param warning how long before the end the light turns amber; null for none; our default
 * @param statute the limit set by law beside it, null for none
 */
public record Limit(
    String service,
    String step,
    String category,
    String jurisdiction,
    Promise promise,
    String inheritedFrom,
    Term warning,
    Statute statute) {}
