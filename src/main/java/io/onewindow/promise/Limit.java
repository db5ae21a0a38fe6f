package io.onewindow.promise;

/**
 * The answer of the decision {@code promised-limit} for one step in one jurisdiction.
 *
 * @param category for which cases; null for all
 * @param jurisdiction for whom the limit holds
 * @param promise null where no plan gives a number
 * @param inheritedFrom the city whose promise this is, null when the jurisdiction's own
 * @param warning when the light turns amber; null for when the limit ends; our default
 * @param statute the limit set by law beside it, null for none
 */
public record Limit(
    String service,
    String step,
    String category,
    String jurisdiction,
    Promise promise,
    String inheritedFrom,
    Threshold warning,
    Statute statute) {}
