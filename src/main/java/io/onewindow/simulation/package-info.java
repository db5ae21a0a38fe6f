/** The laboratory: a process change is tried on deployed models before anyone lives with it. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "department", "problem", "promise"})
package io.onewindow.simulation;
