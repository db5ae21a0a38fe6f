/** Cases that scripts play through the real engine by the demo profile's people, e.g. a month. */
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
