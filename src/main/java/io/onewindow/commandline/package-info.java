/** Commands of the same jar that do one thing against the configured database and end. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "department", "problem", "promise"})
package io.onewindow.commandline;
