/**
 * What is left of the work of many clerks when nodes, networks and databases fail: bench/faults.md.
 */
package io.onewindow.faults;
