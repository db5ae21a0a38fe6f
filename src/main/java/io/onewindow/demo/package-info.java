/** A month of generated cases, played through the real engine by the demo profile's people. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "casefile",
      "casefile :: rating",
      "department",
      "desk",
      "desk :: action",
      "engine",
      "problem",
      "promise"
    })
package io.onewindow.demo;
