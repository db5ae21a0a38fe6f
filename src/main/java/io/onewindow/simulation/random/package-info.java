/** Draws that are hashes of what they are for, and the distributions they feed. */
@org.springframework.modulith.NamedInterface("random")
package io.onewindow.simulation.random;
