/** Draws that are hashes of what they are for, and the distributions they feed. */
package io.onewindow.simulation.random;
