/** Process models as the kernel runs them, read from deployed BPMN and DMN. */
package io.onewindow.simulation.model;
