/** Typed edits that turn a baseline into a what-if: of the scenario and of the model's diagram. */
package io.onewindow.simulation.whatif;
