/** Gives work to departments' own systems and takes their answers; nothing is lost on the way. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "casefile",
      "casefile :: keys",
      "casefile :: retention",
      "department",
      "desk",
      "engine",
      "problem"
    })
package io.onewindow.exchange;
