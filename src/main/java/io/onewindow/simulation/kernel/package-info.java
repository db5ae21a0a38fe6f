/**
 * The discrete-event kernel: the event calendar, cases moving through a model, staff and queues.
 */
package io.onewindow.simulation.kernel;
