/** Expressions of models, evaluated over the variables of a simulated case. */
package io.onewindow.simulation.expression;
