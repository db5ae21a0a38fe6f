/** When people work, on a line of milliseconds. */
package io.onewindow.simulation.time;
