/** When people work, on a line of milliseconds. */
@org.springframework.modulith.NamedInterface("time")
package io.onewindow.simulation.time;
