/** Jurisdictions, departments and the people in them: who may see and do what, and where. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"engine", "problem"})
package io.onewindow.department;
