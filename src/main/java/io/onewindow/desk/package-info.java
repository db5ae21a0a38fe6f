/** What every service shares at the window and in the departments: checks, notices, completion. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "casefile", "casefile :: material", "engine", "problem"})
package io.onewindow.desk;
