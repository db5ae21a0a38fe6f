/** Drills: clerks practise in Tasklist on an accelerated clock, and a score tells how it went. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "casefile",
      "casefile :: material",
      "demo",
      "department",
      "desk",
      "engine",
      "print",
      "problem",
      "promise"
    })
package io.onewindow.sandbox;
