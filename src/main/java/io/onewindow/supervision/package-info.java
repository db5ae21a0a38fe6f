/** Who took a case's time, and how the case went: read from the file, the tasks and the clocks. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "promise",
      "casefile",
      "casefile :: keys",
      "calendar",
      "department",
      "desk :: action",
      "engine",
      "exchange",
      "problem",
      "print"
    })
package io.onewindow.supervision;
