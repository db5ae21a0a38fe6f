/**
 * The discrete-event kernel: the event calendar, cases moving through a model, staff and queues.
 */
@org.springframework.modulith.NamedInterface("kernel")
package io.onewindow.simulation.kernel;
