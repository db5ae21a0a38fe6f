/** The laboratory's web face: trainers try changes of a service, watch them run, keep and share. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "department",
      "engine",
      "problem",
      "simulation",
      "simulation :: kernel",
      "simulation :: model",
      "simulation :: random",
      "simulation :: result",
      "simulation :: scenario",
      "simulation :: time",
      "simulation :: whatif"
    })
package io.onewindow.laboratory;
