/** Process models as the kernel runs them, read from deployed BPMN and DMN. */
@org.springframework.modulith.NamedInterface("model")
package io.onewindow.simulation.model;
