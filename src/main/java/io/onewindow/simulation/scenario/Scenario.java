package io.onewindow.simulation.scenario;

import io.onewindow.department.Jurisdiction;
import io.onewindow.simulation.kernel.Setup;

/**
 * A scenario bound to its model, ready to run.
 *
 * @param jurisdiction null when it has none and so no promise
 * @param question null when nobody asks how many people are needed
 */
public record Scenario(
    Setup setup, RunPlan plan, Jurisdiction jurisdiction, StaffQuestion question) {}
