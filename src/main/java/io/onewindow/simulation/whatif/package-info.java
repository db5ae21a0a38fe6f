/** Typed edits that turn a baseline into a what-if: of the scenario and of the model's diagram. */
@org.springframework.modulith.NamedInterface("whatif")
package io.onewindow.simulation.whatif;
