/** Figures for the machines that watch over the hall: numbers only, nobody's name. */
package io.onewindow.supervision.metrics;
