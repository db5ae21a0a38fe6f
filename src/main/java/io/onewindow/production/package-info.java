/** What must hold before real cases are worked on, and what several nodes share. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"casefile :: keys", "problem"})
package io.onewindow.production;
