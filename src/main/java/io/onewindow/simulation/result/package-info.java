/** What simulations found: figures with confidence intervals, comparisons, files and reports. */
@org.springframework.modulith.NamedInterface("result")
package io.onewindow.simulation.result;
