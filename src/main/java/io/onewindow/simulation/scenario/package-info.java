/** Scenarios as JSON, a superset of Prosimos' files, bound to a model before anything runs. */
package io.onewindow.simulation.scenario;
