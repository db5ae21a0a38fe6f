/** The laboratory's web face: trainers try changes of a service, watch them run, keep and share. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "department",
      "engine",
      "problem",
      "simulation",
      "simulation :: model",
      "simulation :: result",
      "simulation :: scenario",
      "simulation :: whatif"
    })
package io.onewindow.laboratory;
