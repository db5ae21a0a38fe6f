/** Commands of the same jar that do one thing and end. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "audit",
      "calendar",
      "department",
      "problem",
      "promise",
      "simulation",
      "simulation :: model",
      "simulation :: result",
      "simulation :: scenario",
      "simulation :: whatif",
      "supervision :: eventlog",
      "supervision :: fact"
    })
package io.onewindow.commandline;
