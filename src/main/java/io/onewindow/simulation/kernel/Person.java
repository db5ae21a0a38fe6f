package io.onewindow.simulation.kernel;

import io.onewindow.simulation.time.WorkingTime;

/**
 * Somebody who works.
 *
 * @param profile id of the resource in the scenario, which several people may share
 * @param duty when on duty, absences taken out
 */
public record Person(String id, String name, String profile, WorkingTime duty) {}
