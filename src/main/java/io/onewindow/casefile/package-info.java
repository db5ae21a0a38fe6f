/** The case: its receipt number, applicant, state and notices, and the HTTP face of cases. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"promise", "calendar", "department", "engine", "print", "problem"})
package io.onewindow.casefile;
