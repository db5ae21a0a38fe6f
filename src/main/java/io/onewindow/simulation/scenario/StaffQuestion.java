package io.onewindow.simulation.scenario;

import java.util.List;

/**
 * The inverse question: how many people are needed to keep so many promises.
 *
 * @param target share of promises kept
 * @param step whose promise; null for that of the whole case
 * @param groups whose staff may grow
 * @param most how many more at most
 */
public record StaffQuestion(double target, String step, List<String> groups, int most) {}
