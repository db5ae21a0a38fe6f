/** The published promises, the limits they set, and the clock that keeps each case to them. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "department", "engine", "problem"})
package io.onewindow.promise;
