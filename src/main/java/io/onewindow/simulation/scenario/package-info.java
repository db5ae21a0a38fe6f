/** Scenarios as JSON, a superset of Prosimos' files, bound to a model before anything runs. */
@org.springframework.modulith.NamedInterface("scenario")
package io.onewindow.simulation.scenario;
