/** What every service shares at the window and in the departments: checks, notices, completion. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "casefile",
      "casefile :: keys",
      "casefile :: material",
      "department",
      "engine",
      "problem",
      "promise"
    })
package io.onewindow.desk;
