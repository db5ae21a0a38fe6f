/** What every service shares at the window and in the departments: checks, notices, completion. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"casefile", "engine", "problem"})
package io.onewindow.desk;
