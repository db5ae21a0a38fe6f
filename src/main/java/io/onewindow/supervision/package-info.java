/** Who took a case's time, and how the case went: read from the file, the tasks and the clocks. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"promise", "casefile", "calendar", "department", "engine", "problem"})
package io.onewindow.supervision;
