/**
 * The audit: what was done, by whom, when, why and from where; sealed row by row, so that a change
 * made behind the application's back is found.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "casefile",
      "casefile :: confidential",
      "casefile :: keys",
      "casefile :: rating",
      "casefile :: retention",
      "engine",
      "exchange",
      "promise"
    })
package io.onewindow.audit;
