/** The services of the plans; each keeps in its own package only what its model alone needs. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "desk",
      "casefile",
      "casefile :: material",
      "casefile :: search",
      "problem"
    })
package io.onewindow.service;
